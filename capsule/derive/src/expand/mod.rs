//! Expansions, one file per impl.
//!
//! They carry no `unsafe`: it stands in the macros of `capsule::__private` that they call. The crate
//! `ownership_macro_support` says why.

mod after_error;
mod capsule_send;
mod family;

pub(crate) use after_error::after_error;
pub(crate) use capsule_send::capsule_send;
pub(crate) use family::{family, family_after_error};

use crate::model::Model;
use ownership_macro_support::span;
use proc_macro2::TokenStream;
use quote::quote;
use syn::WherePredicate;

/// `impl [<…>] for [Type<…>] where […]`, as the macros of `capsule::__private` take it: the type's own
/// predicates, then `more`.
fn header(model: &Model, more: &[WherePredicate]) -> TokenStream {
    let (impl_generics, ty_generics, where_clause) = model.generics.split_for_impl();
    // As part of the expansion, a use of a deprecated type is no use that should be warned of.
    let mut ident = model.ident.clone();
    ident.set_span(span::at(ident.span()));
    let own = where_clause
        .into_iter()
        .flat_map(|clause| &clause.predicates);
    quote! {
        impl [#impl_generics] for [#ident #ty_generics] where [#(#own,)* #(#more,)*]
    }
}
