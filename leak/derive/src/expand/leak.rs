//! `unsafe impl Leak`, with the check of the fields that makes it sound.

use super::header;
use crate::attr::LeakArgs;
use crate::model::{Field, Model, Shape, Variant};
use ownership_macro_support::crate_path::CratePath;
use ownership_macro_support::span::{self, Extent};
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::{Member, WherePredicate};

/// The call of `leak::__private::unsafe_derive_leak!`, which writes the impl.
///
/// That impl is sound because of the block `check` below: under the predicates of the impl,
/// 1. it passes every field of the type to `each_field_must_be_leak`, by value inference, so the
///    type that is checked is the field's type and no other;
/// 2. it names all fields in a pattern, and all variants in an exhaustive `match`. If an
///    attribute macro further down adds a field, the pattern doesn't compile. (A union has no
///    such pattern, and needs none: it never destroys a field.)
/// 3. it is the body of a method in an impl for the type, so `Self` is the type whatever the
///    type's name means at this place.
pub(crate) fn leak(model: &Model, args: &LeakArgs) -> TokenStream {
    let private = args.library.private_here();
    let automatic;
    let predicates = if let Some(bound) = &args.bound {
        bound
    } else {
        automatic = automatic_bounds(model, &args.library);
        &automatic
    };
    let header = header(model, &model.generics, predicates);
    // Variables are called `__leak_…`: where a constant of the name is in scope, a binding is a pattern.
    let this = Ident::new("__leak_this", Span::mixed_site());
    let check = check_fields(
        &model.shape,
        &this,
        "each_field_must_be_leak",
        &TokenStream::new(),
    );
    quote! {
        #private::unsafe_derive_leak! {
            #header
            check #this { #check }
        }
    }
}

/// `T: leak::Leak` for each type parameter: what makes recursive types work, where bounds on the
/// fields' types would not.
fn automatic_bounds(model: &Model, library: &CratePath) -> Vec<WherePredicate> {
    model
        .generics
        .type_params()
        .map(|param| {
            let name = &param.ident;
            let span = span::at(name.span());
            let library = library.at(span);
            syn::parse_quote_spanned!(span=> #name: #library::Leak)
        })
        .collect()
}

/// Passes each field to a function of `leak::__private`, after `first`, which ends in a comma: the block
/// `check`.
pub(crate) fn check_fields(
    shape: &Shape,
    this: &Ident,
    function: &str,
    first: &TokenStream,
) -> TokenStream {
    let check = Check {
        this,
        function,
        first,
    };
    let all = Span::mixed_site();
    match shape {
        Shape::Struct(fields) => {
            let members = fields.iter().map(|field| &field.member);
            let checks = fields.iter().map(|field| check.member(field));
            quote_spanned! {all=>
                match *#this {
                    Self { #(#members: _,)* } => {}
                }
                #(#checks)*
            }
        }
        Shape::Union(fields) => fields.iter().map(|field| check.member(field)).collect(),
        Shape::Enum(variants) => {
            let arms = variants.iter().map(|variant| check.variant(variant));
            quote_spanned! {all=>
                match *#this {
                    #(#arms)*
                }
            }
        }
    }
}

struct Check<'c> {
    this: &'c Ident,
    function: &'c str,
    first: &'c TokenStream,
}

impl Check<'_> {
    fn member(&self, field: &Field) -> TokenStream {
        let this = self.this;
        let member = &field.member;
        let span = Span::mixed_site();
        self.place(&quote_spanned!(span=> (*#this).#member), field.ty)
    }

    fn variant(&self, variant: &Variant) -> TokenStream {
        let span = Span::mixed_site();
        let ident = &variant.ident;
        let (patterns, checks): (Vec<_>, Vec<_>) = variant
            .fields
            .iter()
            .map(|Field { member, ty }| {
                let binding = match member {
                    Member::Named(name) => format_ident!("__leak_field_{}", name, span = span),
                    Member::Unnamed(index) => {
                        format_ident!("__leak_field_{}", index.index, span = span)
                    }
                };
                (
                    quote_spanned!(span=> #member: ref #binding),
                    self.place(&quote_spanned!(span=> *#binding), *ty),
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
    fn place(&self, place: &TokenStream, ty: Extent) -> TokenStream {
        let span = Span::mixed_site();
        let Extent { start, end } = ty.generated();
        let pointer = Ident::new("__leak_pointer", end);
        let module = quote_spanned!(start=> private::);
        let function = Ident::new(self.function, end);
        let and = quote_spanned!(start=> &);
        let first = self.first;
        let mut argument = Group::new(Delimiter::Parenthesis, quote!(#first #and #pointer));
        argument.set_span(end);
        quote_spanned! {span=>
            let #pointer = &raw const #place;
            #module #function #argument;
        }
    }
}
