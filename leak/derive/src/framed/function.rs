//! Which functions can hold a frame.

use ownership_macro_support::diag::Diag;
use ownership_macro_support::span::Extent;
use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{Item, ItemFn, TraitItemFn};

const HELP: &str = "put `#[framed]` on a function or method that has a body";

/// The function, if it is one at all. Records what keeps it from holding a frame.
pub(super) fn parse(input: TokenStream, diag: &mut Diag) -> Option<ItemFn> {
    let function = match syn::parse2::<Item>(input.clone()) {
        Ok(Item::Fn(function)) => function,
        other => {
            refuse(input, other, diag);
            return None;
        }
    };
    if let Some(asyncness) = &function.sig.asyncness {
        diag.error(
            asyncness,
            "an `async fn` can't be `#[framed]`: its future, and the frame with it, can be \
             forgotten between two polls",
        )
        .help("remove the `async`, or hold the guards in a `leak::PinScope`");
    }
    if let Some(constness) = &function.sig.constness {
        diag.error(
            constness,
            "a `const fn` can't be `#[framed]`: a frame needs the stack of a running program",
        )
        .help("remove the `const`");
    }
    Some(function)
}

fn refuse(input: TokenStream, item: syn::Result<Item>, diag: &mut Diag) {
    if let Ok(method) = syn::parse2::<TraitItemFn>(input.clone()) {
        let place = match &method.semi_token {
            Some(semi) => Extent::of(semi),
            None => Extent::of(&method),
        };
        diag.error(
            place,
            "this function has no body, so there is nothing to frame",
        )
        .help("put `#[framed]` on the functions that implement it");
        return;
    }
    match item {
        Ok(_) => {
            let place = keyword(input);
            diag.error(&place, "`#[framed]` has no meaning on this item")
                .help(HELP);
        }
        Err(error) => match generator(input) {
            Some(word) => {
                diag.error(
                    word.span(),
                    "a `gen fn` can't be `#[framed]`: its state, and the frame with it, can be \
                     forgotten between two values",
                )
                .help("remove the `gen`");
            }
            // The compiler has parsed it before, so it is Rust, but of a newer kind.
            None => {
                diag.parsed::<()>(
                    Err(error),
                    "`#[framed]` doesn't know this syntax; move it to a function of its own",
                );
            }
        },
    }
}

/// The word `gen` before a function, for which `syn` has no syntax yet.
fn generator(input: TokenStream) -> Option<Ident> {
    let mut found = None;
    for token in input {
        match token {
            TokenTree::Ident(word) if word == "fn" => return found,
            TokenTree::Ident(word) if word == "gen" => found = Some(word),
            _ => {}
        }
    }
    None
}

/// The first token after attributes and visibility.
fn keyword(input: TokenStream) -> TokenStream {
    use syn::parse::{ParseStream, Parser as _};
    let skip = |input: ParseStream<'_>| {
        input.call(syn::Attribute::parse_outer)?;
        input.parse::<syn::Visibility>()?;
        let keyword: TokenTree = input.parse()?;
        input.parse::<TokenStream>()?;
        Ok(keyword.into())
    };
    skip.parse2(input.clone()).unwrap_or(input)
}
