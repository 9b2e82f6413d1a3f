//! Chains of three lends: what holds of each link holds of the whole.

#![allow(
    clippy::ref_option_ref,
    clippy::unnecessary_box_returns,
    reason = "getters of what is written here"
)]

use core::cell::Cell;
use core::panic::{RefUnwindSafe, UnwindSafe};
use self_borrow::self_borrow;
use static_assertions::{assert_impl_all, assert_not_impl_any};
use std::rc::Rc;

#[self_borrow]
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Chain {
    #[lend('text)]
    text: String,
    #[lend('words)]
    words: Vec<&'text str>,
    #[lend('long)]
    long: Vec<&'words &'text str>,
    last: Option<&'long &'words &'text str>,
}

assert_impl_all!(Chain: Send, Sync, Unpin, UnwindSafe, RefUnwindSafe);

#[self_borrow]
struct Unshared {
    #[lend('a)]
    a: Box<Cell<u8>>,
    #[lend('b)]
    b: Box<&'a Cell<u8>>,
    #[lend('c)]
    c: Box<&'b &'a Cell<u8>>,
    d: &'c &'b &'a Cell<u8>,
}

assert_not_impl_any!(Unshared: Send, Sync, RefUnwindSafe);

#[self_borrow]
#[derive(Debug, Clone, PartialEq)]
struct Counted {
    #[lend('a)]
    a: Rc<[u8]>,
    #[lend('b)]
    b: Rc<Vec<&'a u8>>,
    #[lend('c)]
    c: Rc<Vec<&'b &'a u8>>,
    d: &'c &'b &'a u8,
}

fn chain(text: &str) -> Chain {
    Chain::builder()
        .text(text.to_owned())
        .words(|text| text.split(' ').collect())
        .long(|_text, words| words.iter().filter(|word| word.len() > 2).collect())
        .last(|_text, _words, long| long.last())
        .build()
}

#[test]
fn a_chain_crosses_threads() {
    let chain = std::thread::spawn(|| chain("to be or not to be"));
    let chain = chain.join().expect("no panic");
    assert_eq!(chain.last().map(|word| **word), Some("not"));
    assert_eq!(chain.long().len(), 1);
    assert_eq!(chain, self::chain("to be or not to be"));
    assert_eq!(chain.into_owners(), "to be or not to be");
}

#[test]
fn a_chain_is_cloned() {
    let first = Counted::builder()
        .a(Rc::from([1, 2, 3]))
        .b(|a| Rc::new(a.iter().collect()))
        .c(|_a, b| Rc::new(b.iter().collect()))
        .d(|_a, _b, c| &c[2])
        .build();
    let second = first.clone();
    assert_eq!(first, second);
    drop(first);
    assert_eq!(****second.d(), 3);
}

#[test]
fn cells_are_seen_through_all_links() {
    let chain = Unshared::builder()
        .a(Box::new(Cell::new(1)))
        .b(|a| Box::new(a))
        .c(|_a, b| Box::new(b))
        .d(|_a, _b, c| c)
        .build();
    chain.d().set(2);
    assert_eq!(
        (chain.a().get(), chain.b().get(), chain.c().get()),
        (2, 2, 2)
    );
}
