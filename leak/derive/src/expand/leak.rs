//! `unsafe impl Leak`, with the check of the fields that makes it sound.

use super::header;
use crate::attr::LeakArgs;
use crate::model::{Field, Model, Shape, Variant};
use ownership_macro_support::field_check;
use ownership_macro_support::impl_header::automatic_bounds;
use ownership_macro_support::span::Extent;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

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
        automatic = automatic_bounds(&model.generics, &args.library, "Leak");
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
                let binding = field_check::binding("__leak_field", member);
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

    fn place(&self, place: &TokenStream, ty: Extent) -> TokenStream {
        field_check::call(place, ty, "__leak_pointer", self.function, self.first)
    }
}
