//! How visible generated items are.

use crate::span;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{Token, Visibility};

/// The visibility that all of these allow. Where the text can't tell which of two is the narrower, none.
#[must_use]
pub fn least<'v>(all: impl IntoIterator<Item = &'v Visibility>) -> Visibility {
    all.into_iter().fold(
        Visibility::Public(<Token![pub]>::default()),
        |least, next| narrower(&least, next),
    )
}

fn narrower(a: &Visibility, b: &Visibility) -> Visibility {
    let text = |v: &Visibility| v.to_token_stream().to_string();
    let is_crate =
        |v: &Visibility| matches!(v, Visibility::Restricted(v) if v.path.is_ident("crate"));
    match (a, b) {
        (Visibility::Public(_), narrow) | (narrow, Visibility::Public(_)) => narrow.clone(),
        (Visibility::Inherited, _) | (_, Visibility::Inherited) => Visibility::Inherited,
        _ if is_crate(a) || text(a) == text(b) => b.clone(),
        _ if is_crate(b) => a.clone(),
        _ => Visibility::Inherited,
    }
}

/// At most `pub(crate)`.
#[must_use]
pub fn in_crate(visibility: &Visibility) -> Visibility {
    narrower(visibility, &syn::parse_quote!(pub(crate)))
}

/// The visibility as generated tokens, so that `unreachable_pub` doesn't ask the user to change it.
#[must_use]
pub fn generated(visibility: &Visibility) -> TokenStream {
    let mut tokens: Vec<TokenTree> = visibility.to_token_stream().into_iter().collect();
    if let Some(TokenTree::Ident(first)) = tokens.first_mut() {
        first.set_span(span::at(first.span()));
    }
    tokens.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_narrowest_wins() {
        for (all, expected) in [
            (&[][..], "pub"),
            (&["pub", "pub(crate)"], "pub(crate)"),
            (&["pub(crate)", "pub(super)", "pub"], "pub(super)"),
            (&["pub(super)", "pub(crate)", "pub(super)"], "pub(super)"),
            (&["pub(super)", "pub(in crate::a)"], ""),
            (&["pub", "", "pub(crate)"], ""),
        ] {
            let parse = |text: &&str| syn::parse_str::<Visibility>(text).expect("a visibility");
            let all: Vec<_> = all.iter().map(parse).collect();
            let found = least(&all).to_token_stream().to_string().replace(' ', "");
            assert_eq!(found, expected);
        }
    }
}
