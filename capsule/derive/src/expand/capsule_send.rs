//! `unsafe impl CapsuleSend`, with the check of the fields that makes it sound.

use super::header;
use crate::attr::TypeArgs;
use crate::model::{Field, Model, Shape, Variant};
use ownership_macro_support::field_check;
use ownership_macro_support::impl_header::automatic_bounds;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

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
        automatic = automatic_bounds(&model.generics, &args.library, "CapsuleSend");
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
            let binding = field_check::binding("__capsule_field", &field.member);
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

fn check_place(place: &TokenStream, field: &Field) -> TokenStream {
    let function = if field.send {
        "each_send_field_must_be_send_and_static"
    } else {
        "each_field_must_be_capsule_send"
    };
    let first = TokenStream::new();
    field_check::call(place, field.ty, "__capsule_pointer", function, &first)
}
