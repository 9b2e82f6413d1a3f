//! `#[own_drop]`

mod destructor;
mod structure;

use crate::attr::OwnDropArgs;
use ownership_macro_support::diag::Diag;
use ownership_macro_support::fallback;
use proc_macro2::{Ident, Span, TokenStream};
use syn::Item;

/// On a struct or on the implementation of `OwnDrop`.
pub(crate) fn expand(args: TokenStream, input: &TokenStream) -> TokenStream {
    let mut diag = Diag::new();
    let args = OwnDropArgs::read(args, &mut diag);
    let item = diag.parsed(
        syn::parse2::<Item>(input.clone()),
        "`#[own_drop]` goes on a struct, and on `impl OwnDrop for` that struct",
    );
    let expanded = match &item {
        Some(Item::Struct(item)) => structure::expand(item, &args, &mut diag),
        Some(Item::Impl(item)) => destructor::expand(item, &args, &mut diag),
        Some(Item::Enum(item)) => {
            diag.error(
                &item.enum_token,
                "`#[own_drop]` wraps the fields of a struct",
            )
            .help("put the enum into a field of a struct with `#[own_drop]`");
            TokenStream::new()
        }
        Some(other) => {
            diag.error(first(other), "`#[own_drop]` knows nothing of such an item")
                .help("put it on a struct, and on `impl OwnDrop for` that struct");
            TokenStream::new()
        }
        None => TokenStream::new(),
    };
    match diag.finish(expanded) {
        Ok(expanded) => expanded,
        Err(rejected) => match &item {
            Some(Item::Impl(item)) => {
                let errors = rejected.compile_errors(&args.library);
                let instead = destructor::after_error(item, &args);
                quote::quote!(#errors #instead)
            }
            _ => fallback::beside(&rejected, &args.library, input),
        },
    }
}

/// The first token that isn't an attribute's.
fn first(item: &Item) -> Span {
    let mut rest = quote::ToTokens::to_token_stream(item)
        .into_iter()
        .peekable();
    while let Some(token) = rest.next() {
        if !matches!(&token, proc_macro2::TokenTree::Punct(punct) if punct.as_char() == '#') {
            return token.span();
        }
        rest.next();
    }
    Span::call_site()
}

/// The name of the struct of fields.
fn fields_name(name: &Ident, args: &OwnDropArgs) -> Ident {
    args.fields
        .clone()
        .unwrap_or_else(|| ownership_macro_support::names::derived("", name, "Fields"))
}
