//! The derives: parse, check, expand.

use crate::attr::{self, FieldsArgs, default_library};
use crate::expand::{self, Checks};
use crate::model::Model;
use crate::{check, states_model};
use ownership_macro_support::diag::Diag;
use proc_macro2::TokenStream;
use syn::DeriveInput;

/// `#[derive(Fields)]`
pub(crate) fn fields(input: TokenStream) -> TokenStream {
    let mut diag = Diag::new();
    let Some(input) = parse(input, &mut diag) else {
        return unreadable(diag);
    };
    let args = FieldsArgs::read(&input.attrs, &mut diag);
    let expandable = check::fields(&input, args.split_only, &mut diag);
    let model = Model::new(&input);
    let expand = |checks| {
        model
            .as_ref()
            .map(|model| expand::fields(model, &args, checks))
            .unwrap_or_default()
    };
    match diag.finish(()) {
        Ok(()) => expand(Checks::On),
        Err(rejected) => {
            let mut errors = rejected.compile_errors(&args.library);
            if expandable {
                errors.extend(expand(Checks::AfterError));
            }
            errors
        }
    }
}

/// `#[derive(States)]`
pub(crate) fn states(input: TokenStream) -> TokenStream {
    let mut diag = Diag::new();
    let Some(input) = parse(input, &mut diag) else {
        return unreadable(diag);
    };
    let library = attr::states(&input.attrs, &mut diag);
    let model = states_model::read(&input, &mut diag);
    let expand = |checks| {
        model
            .as_ref()
            .map(|model| expand::states(model, &library, checks))
            .unwrap_or_default()
    };
    match diag.finish(()) {
        Ok(()) => expand(Checks::On),
        Err(rejected) => {
            let mut errors = rejected.compile_errors(&library);
            errors.extend(expand(Checks::AfterError));
            errors
        }
    }
}

fn parse(input: TokenStream, diag: &mut Diag) -> Option<DeriveInput> {
    diag.parsed(
        syn::parse2(input),
        "this derive doesn't know the syntax; simplify the item",
    )
}

/// Nothing is known of the type, not even its name: only the errors.
fn unreadable(diag: Diag) -> TokenStream {
    diag.finish(())
        .err()
        .map(|rejected| rejected.compile_errors(&default_library()))
        .unwrap_or_default()
}
