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
use ownership_macro_support::impl_header;
use proc_macro2::TokenStream;
use syn::WherePredicate;

/// As the macros of `capsule::__private` take it.
fn header(model: &Model, more: &[WherePredicate]) -> TokenStream {
    impl_header::header(&model.ident, &model.generics, &model.generics, more)
}
