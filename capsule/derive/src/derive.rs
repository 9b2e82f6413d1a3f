//! The derives: parse, check, model, expand.

use crate::attr::{self, TypeArgs};
use crate::model::Model;
use crate::{check, expand};
use ownership_macro_support::diag::Diag;
use proc_macro2::TokenStream;
use syn::DeriveInput;

/// `#[derive(CapsuleSend)]`
pub(crate) fn capsule_send(input: TokenStream) -> TokenStream {
    let mut diag = Diag::new();
    let Some(input) = parse(input, &mut diag) else {
        return unreadable(diag);
    };
    let args = TypeArgs::read(&input.attrs, &mut diag);
    check::capsule_send(&input, &mut diag);
    let model = Model::new(&input, &mut diag);
    match diag.finish(()) {
        Ok(()) => expand::capsule_send(&model, &args),
        Err(rejected) => expand::after_error(&model, &args.library, &rejected),
    }
}

/// `#[derive(Family)]`
pub(crate) fn family(input: TokenStream) -> TokenStream {
    let mut diag = Diag::new();
    let Some(input) = parse(input, &mut diag) else {
        return unreadable(diag);
    };
    let library = attr::family(&input.attrs, &mut diag);
    let brand = check::brand(&input, &mut diag);
    match diag.finish(brand) {
        Ok(Some(brand)) => expand::family(&input, &brand, &library),
        // `brand` is missing only where that is an error.
        Ok(None) => TokenStream::new(),
        Err(rejected) => expand::family_after_error(&input, &library, &rejected),
    }
}

fn parse(input: TokenStream, diag: &mut Diag) -> Option<DeriveInput> {
    diag.parsed(
        syn::parse2(input),
        "this derive doesn't know the syntax; write the `impl` by hand",
    )
}

/// Nothing is known of the type, not even its name: only the errors.
fn unreadable(diag: Diag) -> TokenStream {
    diag.finish(())
        .err()
        .map(|rejected| rejected.compile_errors(&attr::default_library()))
        .unwrap_or_default()
}
