//! The two derives: read, check, expand.

use crate::attr::{self, LeakArgs, default_library};
use crate::leak_bounds::refuse_relaxed;
use crate::model::Model;
use crate::{check, expand};
use ownership_macro_support::diag::Diag;
use proc_macro2::TokenStream;
use syn::DeriveInput;

/// `#[derive(Leak)]`
pub(crate) fn leak(input: TokenStream) -> TokenStream {
    let mut diag = Diag::new();
    let Some(mut input) = parse(input, &mut diag) else {
        return unreadable(diag);
    };
    let args = LeakArgs::read(&input.attrs, &mut diag);
    check::no_attributes_inside(&input, &mut diag);
    refuse_relaxed(&mut input.generics, &args.library, &mut diag);
    let model = Model::new(&input);
    match diag.finish(()) {
        Ok(()) => expand::leak(&model, &args),
        Err(rejected) => expand::after_error(&model, &args.library, &rejected),
    }
}

/// `#[derive(Unleak)]`
pub(crate) fn unleak(input: TokenStream) -> TokenStream {
    let mut diag = Diag::new();
    let Some(mut input) = parse(input, &mut diag) else {
        return unreadable(diag);
    };
    let library = attr::unleak(&input.attrs, &mut diag);
    check::no_attributes_inside(&input, &mut diag);
    check::can_be_short_lived(&input, &mut diag);
    refuse_relaxed(&mut input.generics, &library, &mut diag);
    let model = Model::new(&input);
    match diag.finish(()) {
        Ok(()) => expand::unleak(&model, &library),
        Err(rejected) => expand::after_error(&model, &library, &rejected),
    }
}

fn parse(input: TokenStream, diag: &mut Diag) -> Option<DeriveInput> {
    diag.parsed(
        syn::parse2(input),
        "this derive doesn't know the syntax; write the `unsafe impl` by hand",
    )
}

/// Nothing is known of the type, not even its name: only the errors.
fn unreadable(diag: Diag) -> TokenStream {
    diag.finish(())
        .err()
        .map(|rejected| rejected.compile_errors(&default_library()))
        .unwrap_or_default()
}
