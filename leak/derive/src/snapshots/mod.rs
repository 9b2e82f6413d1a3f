//! What the macros expand to, for review. After a change: `UPDATE_EXPECT=1 cargo test -p
//! leak-derive`.

#![expect(
    clippy::needless_raw_string_hashes,
    clippy::needless_pass_by_value,
    reason = "this is how `UPDATE_EXPECT` writes an `Expect`, and how `expect!` makes one"
)]

mod async_drop;
mod derive;
mod framed;
mod framed_errors;
mod leak_bounds;
mod ownership;

use expect_test::Expect;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens as _;

fn tokens(text: &str) -> TokenStream {
    text.parse().expect("the input of a test is Rust")
}

/// Compares an expansion that consists of items.
fn check(output: TokenStream, expected: Expect) {
    let file = syn::parse2(output).expect("an expansion consists of items");
    expected.assert_eq(&prettyplease::unparse(&file));
}

/// Compares the expansion of a derive: calls of macros that take `impl […] for […] where […]` and
/// maybe `check this { … }`. The block is formatted as the body of a function.
fn check_derive(output: TokenStream, expected: Expect) {
    let file: syn::File = syn::parse2(output).expect("an expansion consists of items");
    let mut text = String::new();
    for item in file.items {
        let syn::Item::Macro(item) = item else {
            panic!("a derive expands to macro calls");
        };
        let path = item.mac.path.to_token_stream().to_string();
        text.push_str(&path.replace(' ', ""));
        text.push_str("!\n");
        let mut line = TokenStream::new();
        for token in item.mac.tokens {
            match token {
                TokenTree::Group(block) if block.delimiter() == Delimiter::Brace => {
                    let body: syn::File = syn::parse_quote!(fn check() #block);
                    text.push_str(&line.to_string());
                    text.push('\n');
                    text.push_str(&prettyplease::unparse(&body));
                    line = TokenStream::new();
                }
                other => line.extend([other]),
            }
        }
        text.push_str(&line.to_string());
        text.push('\n');
    }
    expected.assert_eq(&text);
}

/// Compares the errors in an expansion, one per line, their texts as they are in the source.
fn check_errors(output: TokenStream, expected: Expect) {
    let mut errors = String::new();
    collect_errors(output, &mut errors);
    expected.assert_eq(&errors);
}

fn collect_errors(tokens: TokenStream, errors: &mut String) {
    let mut is_error = false;
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => is_error = ident == "compile_error",
            TokenTree::Group(group) if is_error && group.delimiter() == Delimiter::Brace => {
                errors.push_str(&group.stream().to_string());
                errors.push('\n');
                is_error = false;
            }
            TokenTree::Group(group) => collect_errors(group.stream(), errors),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}
