//! `self-borrow/docs/expansion.md`, which shows a whole expansion. After a change:
//! `UPDATE_EXPECT=1 cargo test -p self-borrow-macros`.

use core::fmt::Write as _;
use expect_test::expect_file;
use macro_test_support::{items, tokens};
use proc_macro2::TokenStream;

const INPUT: &str = "\
#[self_borrow]
pub struct Edit {
    #[lend(mut 'a)]
    text: Box<String>,
    pub place: &'a mut String,
}
";

#[test]
fn the_page_is_what_the_macro_writes() {
    let item = INPUT.replace("#[self_borrow]\n", "");
    let text = items(crate::expand::attribute(&TokenStream::new(), tokens(&item)));
    // Documentation is for those who use it.
    let shown: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("///"))
        .collect();
    let mut page = String::from(
        "# What is generated\n\n\
         All that the macro writes for a struct with two fields, as it is, but without doc comments. It is \
         compared with this page by a test.\n\n",
    );
    write!(
        page,
        "```text\n{INPUT}```\n\n{} lines, {} functions:\n\n```text\n",
        shown.len(),
        text.matches("fn ").count(),
    )
    .expect("a String takes all");
    for line in shown {
        page.push_str(line);
        page.push('\n');
    }
    page.push_str("```\n");
    expect_file!["../../docs/expansion.md"].assert_eq(&page);
}
