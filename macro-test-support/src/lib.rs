//! What the snapshot tests of the family's macros share: the input as tokens, and expansions as text.
#![forbid(unsafe_code)]
#![expect(
    clippy::missing_panics_doc,
    reason = "a panic fails the test that caused it, as it should"
)]

mod calls;
mod errors;

pub use calls::calls;
pub use errors::errors;

use proc_macro2::{TokenStream, TokenTree};

/// The input of a macro.
#[must_use]
pub fn tokens(text: &str) -> TokenStream {
    text.parse().expect("the input of a test is Rust")
}

/// An expansion that consists of items.
#[must_use]
pub fn items(output: TokenStream) -> String {
    prettyplease::unparse(&file(output))
}

/// There is no `unsafe`, at any depth.
pub fn assert_no_unsafe(output: TokenStream) {
    for token in output {
        match token {
            TokenTree::Group(group) => assert_no_unsafe(group.stream()),
            TokenTree::Ident(ident) => assert_ne!(ident, "unsafe"),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

fn file(output: TokenStream) -> syn::File {
    syn::parse2(output).expect("an expansion consists of items")
}
