//! What the macros expand to, for review, in the files beside this one. After a change: `UPDATE_EXPECT=1 cargo test -p
//! self-borrow-macros`.

use crate::expand;
use expect_test::{ExpectFile, expect_file};
use macro_test_support::{assert_no_unsafe, items, tokens};
use proc_macro2::TokenStream;

fn attribute(item: &str) -> TokenStream {
    expand::attribute(&TokenStream::new(), tokens(item))
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "this is how `expect_file!` makes one"
)]
fn check(output: TokenStream, expected: ExpectFile) {
    expected.assert_eq(&items(output));
}

/// The smallest one. It is shown in the docs of the macro.
const TWO_FIELDS: &str = "
    pub struct Edit {
        #[lend(mut 'a)]
        text: Box<String>,
        place: &'a mut String,
    }";

const CHAIN: &str = "
    struct Document {
        #[lend('text)]
        text: String,
        #[lend('words)]
        words: Vec<Word<'text>>,
        first: &'words Word<'text>,
    }";

const PARAMETERS: &str = "
    /// Documented.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Line<'s, T: Clone + 's>
    where
        T: PartialEq,
    {
        /// An owner.
        #[lend('text)]
        pub text: Rc<[&'s T]>,
        #[deprecated]
        pub(crate) first: &'text T,
        /// A plain field.
        pub r#type: Vec<Self>,
    }";

const TUPLE: &str = "struct Pair(#[lend('a)] (String, String), (&'a str, &'a str), pub u8);";

const PINNED: &str = "
    pub struct Pinned<T: 'static> {
        #[lend(inline 'a)]
        item: T,
        first: &'a T,
    }";

const MISTAKES: &str = "
    pub struct Line<'s, T: 's> {
        #[lend]
        text: &'s [T],
        word: &'txt T,
    }";

const CONDITION: &str = "struct Line { #[lend('a)] text: String, #[cfg(unix)] word: &'a str }";

const BIND: &str = "pub type Pair = bind 'a in (pub Box<!'a mut String>, pub &'a mut String);";

#[test]
fn no_unsafe_token_anywhere() {
    for item in [
        TWO_FIELDS, CHAIN, PARAMETERS, TUPLE, PINNED, MISTAKES, CONDITION,
    ] {
        assert_no_unsafe(attribute(item));
    }
    assert_no_unsafe(expand::bind(tokens(BIND)));
}

#[test]
fn two_fields_stay_small() {
    let text = items(attribute(TWO_FIELDS));
    let code = |line: &&str| !line.trim_start().starts_with("//");
    let lines = text.lines().filter(code).count();
    assert!(lines <= 150, "{lines} lines:\n{text}");
}

#[test]
fn two_fields() {
    check(attribute(TWO_FIELDS), expect_file!["./two_fields.rs"]);
}

#[test]
fn chain() {
    check(attribute(CHAIN), expect_file!["./chain.rs"]);
}

#[test]
fn parameters() {
    check(attribute(PARAMETERS), expect_file!["./parameters.rs"]);
}

#[test]
fn tuple() {
    check(attribute(TUPLE), expect_file!["./tuple.rs"]);
}

#[test]
fn pinned() {
    check(attribute(PINNED), expect_file!["./pinned.rs"]);
}

#[test]
fn after_mistakes() {
    check(attribute(MISTAKES), expect_file!["./after_mistakes.rs"]);
}

#[test]
fn condition() {
    check(attribute(CONDITION), expect_file!["./condition.rs"]);
}

/// The notation makes no difference.
#[test]
fn bind() {
    let item = "pub struct Pair(#[lend(mut 'a)] pub Box<String>, pub &'a mut String);";
    let bound = expand::bind(tokens(BIND)).to_string();
    assert_eq!(bound, attribute(item).to_string());
}
