//! What the macros expand to, for review. After a change: `UPDATE_EXPECT=1 cargo test -p
//! own-ref-derive`. Whole expansions with their safety arguments, written by hand, are in `own-ref/tests/expanded`.

#![expect(
    clippy::needless_raw_string_hashes,
    clippy::needless_pass_by_value,
    clippy::too_many_lines,
    reason = "this is how `UPDATE_EXPECT` writes an `Expect`, and how `expect!` makes one"
)]

mod destructor;
mod one_field;
mod split_only;
mod states;

use crate::{derive, own_drop};
use expect_test::Expect;
use macro_test_support::{assert_no_unsafe, calls, tokens};
use proc_macro2::TokenStream;

fn check(output: TokenStream, expected: Expect) {
    expected.assert_eq(&calls(output, "block"));
}

#[test]
fn no_unsafe_token_anywhere() {
    for item in [
        "struct S<'a, T: Copy> where T: 'a { #[pin] a: &'a T, b: Box<Self> }",
        "enum E { A(u8), B { c: u16 }, C }",
        "#[repr(packed)] struct S(u8);",
    ] {
        assert_no_unsafe(derive::fields(tokens(item)));
    }
    for item in [
        "#[repr(C, u8)] enum E<T> { A(A<T>), #[sentinel] Done }",
        "enum E { A(A), B(A), C(u8, u8), #[sentinel] Done(u8) }",
    ] {
        assert_no_unsafe(derive::states(tokens(item)));
    }
    assert_no_unsafe(own_drop::expand(
        TokenStream::new(),
        &tokens("struct S<T> { a: T }"),
    ));
}
