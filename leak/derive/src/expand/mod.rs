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
use ownership_macro_support::impl_header;
use proc_macro2::TokenStream;
use syn::{Generics, WherePredicate};

/// As the macros of `leak::__private` take it.
pub(crate) fn header(
    model: &Model,
    impl_generics: &Generics,
    more: &[WherePredicate],
) -> TokenStream {
    impl_header::header(&model.ident, &model.generics, impl_generics, more)
}
