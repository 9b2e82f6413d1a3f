//! Expansions, one file per impl.
//!
//! They carry no `unsafe`: it stands in the macros of `leak::__private` that they call. The crate
//! `ownership_macro_support` says why.

mod after_error;
mod leak;
mod unleak;

pub(crate) use after_error::after_error;
pub(crate) use leak::{check_fields, leak};
pub(crate) use unleak::unleak;

use crate::model::Model;
use ownership_macro_support::span;
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Generics, WherePredicate};

/// `impl [<…>] for [Type<…>] where […]`, as the macros of `leak::__private` take it: the type's own
/// predicates, then `more`. The impl's parameters are those of the type, and may be more.
pub(crate) fn header(
    model: &Model,
    impl_generics: &Generics,
    more: &[WherePredicate],
) -> TokenStream {
    let (impl_generics, _, _) = impl_generics.split_for_impl();
    let (_, ty_generics, where_clause) = model.generics.split_for_impl();
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
