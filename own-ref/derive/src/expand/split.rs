//! `unsafe impl Split`, by `own_ref::__private::unsafe_split!`.

use super::owned::owned_type;
use super::{Checks, Paths, header};
use crate::model::{Body, Model, Shape};
use proc_macro2::TokenStream;

/// The block that is passed names every field once, in patterns without `..`, by `ref mut`. So the
/// bindings are the fields, at their places, and none is left out or there twice.
///
/// `Claim::own` is called in a `let` of its own. If it stood where a field of `SOwn` is expected, and that
/// had another type than the field of `S` (a type macro that expands differently each time), then the
/// compiler might dereference the field to get there, and something would be claimed that the value
/// doesn't own.
pub(super) fn split(model: &Model, paths: &Paths, checks: Checks) -> TokenStream {
    let (this, claim, own) = (&model.names.this, &model.names.claim, &model.names.own);
    let name = model.derived("Own");
    let here = &paths.private;
    let arm = |from: &TokenStream, to: &TokenStream, body: &Body| {
        let pattern = body.braced(from, |field| {
            let binding = &field.binding;
            generated!(ref mut #binding)
        });
        let value = body.braced(to, |field| {
            let binding = &field.binding;
            generated!(#binding)
        });
        let bindings = body.fields.iter().map(|field| &field.binding);
        generated!(#pattern => { #(let #bindings = #here::Claim::own(#claim, #bindings);)* #value })
    };
    let arms = match &model.shape {
        Shape::Struct(body) => vec![arm(&generated!(Self), &generated!(#name), body)],
        Shape::Enum(variants) => variants
            .iter()
            .map(|variant| {
                let ident = &variant.ident;
                arm(
                    &generated!(Self::#ident),
                    &generated!(#name::#ident),
                    &variant.body,
                )
            })
            .collect(),
    };
    let block = match checks {
        Checks::On => generated!({ match *#this { #(#arms)* } }),
        Checks::AfterError => generated!({ loop {} }),
    };
    let private = &paths.private_here;
    let header = header(model);
    let owned = owned_type(model);
    generated! {
        #private::unsafe_split! {
            #header
            owned [#own => #owned]
            split #this #claim #block
        }
    }
}
