//! What a derive expands to if its input is wrong.

use super::header;
use crate::model::Model;
use ownership_macro_support::crate_path::CratePath;
use ownership_macro_support::diag::Rejected;
use proc_macro2::TokenStream;
use quote::quote;

/// The errors, and an impl without conditions: code that needs the type to be `Leak` gives no
/// errors of its own.
///
/// The impl can't get into a program: it reaches the library by the same path as the errors, so
/// they are there if it is there.
pub(crate) fn after_error(model: &Model, library: &CratePath, rejected: &Rejected) -> TokenStream {
    let errors = rejected.compile_errors(library);
    let private = library.private_here();
    let header = header(model, &model.generics, &[]);
    quote! {
        #errors
        #private::unsafe_leak_after_error! { #header }
    }
}
