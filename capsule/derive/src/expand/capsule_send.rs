//! `unsafe impl CapsuleSend`, with the check of the fields that makes it sound.

use super::header;
use crate::attr::TypeArgs;
use crate::model::{Field, Model, Shape, Variant};
use ownership_macro_support::crate_path::CratePath;
use ownership_macro_support::span::{self, Extent};
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::{Member, WherePredicate};

/// The call of `capsule::__private::unsafe_derive_capsule_send!`, which writes the impl.
///
/// That impl is sound because of the block `check` below: under the predicates of the impl,
/// 1. it passes every field of the type to `each_field_must_be_capsule_send` or, for `#[capsule(send)]`, to
///    `each_send_field_must_be_send_and_static`, by value inference, so the type that is checked is the
///    field's type, with its lifetimes, and no other;
/// 2. it names all fields in a pattern, and all variants in an exhaustive `match`. If an
///    attribute macro further down adds a field, the pattern doesn't compile;
/// 3. it is the body of a method in an impl for the type, so `Self` is the type whatever the
///    type's name means at this place.
pub(crate) fn capsule_send(model: &Model, args: &TypeArgs) -> TokenStream {
    let private = args.library.private_here();
    let automatic;
    let predicates = if let Some(bound) = &args.bound {
        bound
    } else {
        automatic = automatic_bounds(model, &args.library);
        &automatic
    };
    let header = header(model, predicates);
    // Variables are called `__capsule_…`: where a constant of the name is in scope, a binding is a pattern.
    let this = Ident::new("__capsule_this", Span::mixed_site());
    let check = check(&model.shape, &this);
    quote! {
        #private::unsafe_derive_capsule_send! {
            #header
            check #this { #check }
        }
    }
}

/// `T: capsule::CapsuleSend` for each type parameter: what makes recursive types work, where bounds on the
/// fields' types would not.
fn automatic_bounds(model: &Model, library: &CratePath) -> Vec<WherePredicate> {
    model
        .generics
        .type_params()
        .map(|param| {
            let name = &param.ident;
            let span = span::at(name.span());
            let library = library.at(span);
            syn::parse_quote_spanned!(span=> #name: #library::CapsuleSend)
        })
        .collect()
}

fn check(shape: &Shape, this: &Ident) -> TokenStream {
    let all = Span::mixed_site();
    match shape {
        Shape::Struct(fields) => {
            let members = fields.iter().map(|field| &field.member);
            let checks = fields.iter().map(|field| check_member(this, field));
            quote_spanned! {all=>
                match *#this {
                    Self { #(#members: _,)* } => {}
                }
                #(#checks)*
            }
        }
        Shape::Enum(variants) => {
            let arms = variants.iter().map(check_variant);
            quote_spanned! {all=>
                match *#this {
                    #(#arms)*
                }
            }
        }
    }
}

fn check_member(this: &Ident, field: &Field) -> TokenStream {
    let member = &field.member;
    let span = Span::mixed_site();
    check_place(&quote_spanned!(span=> (*#this).#member), field)
}

fn check_variant(variant: &Variant) -> TokenStream {
    let span = Span::mixed_site();
    let ident = &variant.ident;
    let (patterns, checks): (Vec<_>, Vec<_>) = variant
        .fields
        .iter()
        .map(|field| {
            let binding = match &field.member {
                Member::Named(name) => format_ident!("__capsule_field_{}", name, span = span),
                Member::Unnamed(index) => {
                    format_ident!("__capsule_field_{}", index.index, span = span)
                }
            };
            let member = &field.member;
            (
                quote_spanned!(span=> #member: ref #binding),
                check_place(&quote_spanned!(span=> *#binding), field),
            )
        })
        .unzip();
    quote_spanned! {span=>
        Self::#ident { #(#patterns,)* } => { #(#checks)* }
    }
}

/// Checks the type of `place`. The callee, its argument and the call as a whole stand where the
/// field's type stands, from its first to its last token: what the compiler underlines is the
/// type.
fn check_place(place: &TokenStream, field: &Field) -> TokenStream {
    let span = Span::mixed_site();
    let Extent { start, end } = field.ty.generated();
    let pointer = Ident::new("__capsule_pointer", end);
    let module = quote_spanned!(start=> private::);
    let function = if field.send {
        "each_send_field_must_be_send_and_static"
    } else {
        "each_field_must_be_capsule_send"
    };
    let function = Ident::new(function, end);
    let and = quote_spanned!(start=> &);
    let mut argument = Group::new(Delimiter::Parenthesis, quote!(#and #pointer));
    argument.set_span(end);
    quote_spanned! {span=>
        let #pointer = &raw const #place;
        #module #function #argument;
    }
}
