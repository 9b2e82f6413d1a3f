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
use macro_test_support::{calls, errors, items, tokens};
use proc_macro2::TokenStream;

fn check(output: TokenStream, expected: Expect) {
    expected.assert_eq(&items(output));
}

/// Compares the expansion of a derive: calls of macros that take `impl […] for […] where […]` and
/// maybe `check this { … }`.
fn check_derive(output: TokenStream, expected: Expect) {
    expected.assert_eq(&calls(output, "check"));
}

fn check_errors(output: TokenStream, expected: Expect) {
    expected.assert_eq(&errors(output));
}
