//! What the macros expand to, for review. After a change: `UPDATE_EXPECT=1 cargo test -p
//! own-ref-derive`. Whole expansions with their safety arguments, written by hand, are in `own-ref/tests/expanded`.

#![expect(
    clippy::needless_raw_string_hashes,
    clippy::needless_pass_by_value,
    reason = "this is how `UPDATE_EXPECT` writes an `Expect`, and how `expect!` makes one"
)]

use crate::{derive, own_drop};
use expect_test::{Expect, expect};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens as _;

fn tokens(text: &str) -> TokenStream {
    text.parse().expect("the input of a test is Rust")
}

/// Compares items, and the arguments of macro calls among them: a line for what stands before a block, and
/// the block formatted as a function.
fn check(output: TokenStream, expected: Expect) {
    let file: syn::File = syn::parse2(output).expect("an expansion consists of items");
    let mut text = String::new();
    for item in file.items {
        if let syn::Item::Macro(call) = item {
            let path = call.mac.path.to_token_stream().to_string();
            text.push_str(&path.replace(' ', ""));
            text.push_str("!\n");
            let mut line = TokenStream::new();
            for token in call.mac.tokens {
                match token {
                    TokenTree::Group(block) if block.delimiter() == Delimiter::Brace => {
                        let body: syn::File = syn::parse_quote!(fn block() #block);
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
        } else {
            let file: syn::File = syn::parse_quote!(#item);
            text.push_str(&prettyplease::unparse(&file));
        }
    }
    expected.assert_eq(&text);
}

#[test]
fn no_unsafe_token_anywhere() {
    fn search(tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => search(group.stream()),
                TokenTree::Ident(ident) => assert_ne!(ident, "unsafe"),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }
    for item in [
        "struct S<'a, T: Copy> where T: 'a { #[pin] a: &'a T, b: Box<Self> }",
        "enum E { A(u8), B { c: u16 }, C }",
        "#[repr(packed)] struct S(u8);",
    ] {
        search(derive::fields(tokens(item)));
    }
    for item in [
        "#[repr(C, u8)] enum E<T> { A(A<T>), #[sentinel] Done }",
        "enum E { A(A), B(A), C(u8, u8), #[sentinel] Done(u8) }",
    ] {
        search(derive::states(tokens(item)));
    }
    search(own_drop::expand(
        TokenStream::new(),
        &tokens("struct S<T> { a: T }"),
    ));
}

#[test]
fn a_struct_that_is_only_split() {
    let input =
        "#[own_ref(split_only)] pub struct Pair<'a, T = u8> { pub left: &'a T, right: Box<Self> }";
    check(derive::fields(tokens(input)), expect![[]]);
}

#[test]
fn a_struct_with_one_field() {
    check(
        derive::fields(tokens("struct One<T>(#[pin] pub T);")),
        expect![[]],
    );
}

#[test]
fn states() {
    let input =
        "#[repr(C, u8)] pub enum Machine<T> { Idle(Idle), Busy(Busy<T>), #[sentinel] Done }";
    check(derive::states(tokens(input)), expect![[]]);
}

#[test]
fn a_destructor() {
    check(
        own_drop::expand(
            TokenStream::new(),
            &tokens("/// Docs.\nstruct Foo { name: String }"),
        ),
        expect![[]],
    );
    let input = "impl OwnDrop for Foo { fn drop(this: Own<'_, Self>) { drop(this) } }";
    check(
        own_drop::expand(TokenStream::new(), &tokens(input)),
        expect![[]],
    );
}
