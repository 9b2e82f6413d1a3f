//! `unsafe impl Leak where Self: 'static`.

use super::header;
use crate::model::Model;
use ownership_macro_support::crate_path::CratePath;
use proc_macro2::TokenStream;
use quote::quote;

/// The call of `leak::__private::derive_unleak!`, which writes the impl.
///
/// The condition `Self: 'static` makes the impl sound for every type; the macro adds it, so
/// nothing that stands here can leave it out.
pub(crate) fn unleak(model: &Model, library: &CratePath) -> TokenStream {
    let private = library.private_here();
    let header = header(model, &model.generics, &[]);
    quote!(#private::derive_unleak! { #header })
}
