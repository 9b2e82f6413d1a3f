//! `#[derive(AsyncDrop)]`: read, check, expand.

mod attr;
mod expand;
mod generic;
mod model;

use crate::attr::default_library;
use attr::TypeArgs;
use model::Model;
use ownership_macro_support::diag::Diag;
use proc_macro2::TokenStream;
use syn::{Data, DeriveInput};

pub(crate) fn derive(input: TokenStream) -> TokenStream {
    let mut diag = Diag::new();
    let parsed = diag.parsed(
        syn::parse2::<DeriveInput>(input),
        "this derive doesn't know the syntax; implement `AsyncDestruct` by hand",
    );
    let Some(input) = parsed else {
        return unreadable(diag);
    };
    let args = TypeArgs::read(&input.attrs, &mut diag);
    attr::none_elsewhere(&input, &mut diag);
    refuse_unions(&input, &mut diag);
    refuse_packed(&input, &mut diag);
    let model = Model::new(&input, &mut diag);
    match diag.finish(()) {
        Ok(()) => expand::glue(&model, &args),
        Err(rejected) => expand::after_error(&model, &args.library, &rejected),
    }
}

fn refuse_unions(input: &DeriveInput, diag: &mut Diag) {
    if let Data::Union(data) = &input.data {
        diag.error(
            data.union_token.span,
            "a union doesn't know which of its fields to destroy",
        )
        .help("put it into a struct, and implement `AsyncDrop` for that");
    }
}

/// Destructors take their fields by pinned reference.
fn refuse_packed(input: &DeriveInput, diag: &mut Diag) {
    for attr in input
        .attrs
        .iter()
        .filter(|attr| attr.path().is_ident("repr"))
    {
        // What isn't understood is for the compiler to refuse.
        drop(attr.parse_nested_meta(|meta| {
            if meta.path.is_ident("packed") {
                diag.error(
                    &meta.path,
                    "fields of a packed type can't be destroyed in their place",
                )
                .help("remove `packed`, or implement `AsyncDestruct` by hand");
            }
            if meta.input.peek(syn::token::Paren) {
                let _arguments: proc_macro2::Group = meta.input.parse()?;
            }
            Ok(())
        }));
    }
}

/// Nothing is known of the type, not even its name: only the errors.
fn unreadable(diag: Diag) -> TokenStream {
    diag.finish(())
        .err()
        .map(|rejected| rejected.compile_errors(&default_library()))
        .unwrap_or_default()
}
