//! Attributes that change an item, or its number.

use crate::tokens::{fill, is_ident, is_punct, map_last_braces, split_at_commas};
use proc_macro::{TokenStream, TokenTree};

const KEYWORDS: [&str; 5] = ["struct", "enum", "union", "fn", "trait"];

fn starts_name(token: &TokenTree) -> bool {
    KEYWORDS.iter().any(|keyword| is_ident(token, keyword))
}

pub(crate) fn rename(name: TokenStream, item: TokenStream) -> TokenStream {
    let mut name = Some(name);
    let mut renamed = TokenStream::new();
    let mut item = item.into_iter();
    while let Some(token) = item.next() {
        let here = starts_name(&token);
        renamed.extend([token]);
        if here && let Some(name) = name.take() {
            item.next();
            renamed.extend(name);
        }
    }
    renamed
}

pub(crate) fn duplicate(item: &TokenStream) -> TokenStream {
    fill(
        "$body mod duplicate { #[allow(unused_imports, reason = \"the item may need nothing\")] use super::*; $body }",
        item,
    )
}

pub(crate) fn reverse_fields(item: TokenStream) -> TokenStream {
    map_last_braces(item, |fields| {
        let reversed = split_at_commas(fields).into_iter().rev();
        reversed.map(|field| fill("$body,", &field)).collect()
    })
}

pub(crate) fn add_field(field: TokenStream, item: TokenStream) -> TokenStream {
    map_last_braces(item, |fields| {
        let fields = split_at_commas(fields).into_iter().chain([field]);
        fields.map(|field| fill("$body,", &field)).collect()
    })
}

/// For a type whose parameters have neither bounds nor defaults.
pub(crate) fn empty_drop(item: TokenStream) -> TokenStream {
    let mut header = item
        .into_iter()
        .skip_while(|token| !starts_name(token))
        .skip(1)
        .peekable();
    let name: TokenStream = header.next().into_iter().collect();
    let mut generics = TokenStream::new();
    if header.peek().is_some_and(|token| is_punct(token, '<')) {
        for token in header {
            let last = is_punct(&token, '>');
            generics.extend([token]);
            if last {
                break;
            }
        }
    }
    let mut expansion = fill("impl $body ::core::ops::Drop for", &generics);
    expansion.extend(name);
    expansion.extend(fill("$body { fn drop(&mut self) {} }", &generics));
    expansion
}
