//! `#[self_borrow]` and `bind!`.

extern crate alloc;

use alloc::rc::Rc;
use core::cell::Cell;
use self_borrow::{bind, self_borrow};

/// A word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Word<'text>(pub &'text str);

/// `Clone`.
#[self_borrow]
#[derive(Clone)]
pub struct Counted {
    /// The text.
    #[lend('text)]
    pub text: Rc<str>,
    /// A part of it.
    pub part: &'text str,
}

/// A chain, with everything else that can be derived.
#[self_borrow]
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[must_use]
pub struct Document<'out, Item, const LENGTH: usize>
where
    Item: Copy + 'out,
{
    /// The text.
    #[lend('text)]
    text: Rc<str>,
    /// What it is about.
    items: [Item; LENGTH],
    /// Its words.
    #[lend('words)]
    words: Rc<[Word<'text>]>,
    /// The first one.
    first: &'words Word<'text>,
    /// From elsewhere.
    outside: (&'text str, &'out [Item]),
    /// On this system only.
    #[cfg(any(unix, not(unix)))]
    r#type: Option<&'text str>,
}

/// Mutably, and not covariant.
#[self_borrow]
#[derive(Debug)]
pub struct Edit {
    /// Lent mutably.
    #[lend(mut 'text)]
    pub text: Box<str>,
    /// Lent shared.
    #[lend('other)]
    pub other: Vec<u8>,
    /// Two at once.
    pub place: (&'text mut str, &'other [u8]),
    /// With closures only.
    #[not_covariant]
    pub cell: Cell<&'other [u8]>,
}

/// A tuple.
#[self_borrow(prefix = Couple)]
pub struct Tuple(#[lend('text)] String, &'text str, u8);

/// Pinned.
#[self_borrow]
#[derive(Debug)]
pub struct Pinned<Item: 'static> {
    /// In the struct itself.
    #[lend(inline 'item)]
    pub item: Item,
    /// Borrows it.
    pub first: &'item Item,
    /// Plain.
    pub number: u8,
}

/// Private, and used in part only.
#[self_borrow]
struct Private {
    /// The text.
    #[lend('text)]
    text: String,
    /// A part.
    part: &'text str,
}

/// Not to be used, so the expansion may not use it.
#[deprecated(since = "0.1.0", note = "for the lint")]
#[self_borrow]
pub struct Deprecated {
    /// Not to be used either.
    #[deprecated(since = "0.1.0", note = "for the lint")]
    #[lend('text)]
    pub text: String,
    /// A part.
    #[deprecated(since = "0.1.0", note = "for the lint")]
    pub part: &'text str,
}

bind! {
    /// In the other notation.
    pub struct Bind bind 'text {
        /// Lent.
        pub text: Box<!'text mut u8>,
        /// Borrows.
        pub place: &'text mut u8,
    }
}

bind! {
    /// In that of a type.
    pub type Pair = bind 'text in (Box<!'text mut u8>, &'text mut u8);
}

/// Uses them.
#[inline]
#[must_use]
pub fn uses(text: &str) -> usize {
    /// Inside of a function.
    #[self_borrow]
    struct Local {
        /// The text.
        #[lend('text)]
        text: String,
        /// A part.
        part: &'text str,
    }

    let local = Local::new(text.to_owned(), |whole| whole);
    let private = Private::new(text.to_owned(), |whole| whole);
    let tuple = Tuple::new(text.to_owned(), |whole| whole, 1);
    let document = Document::<u8, 1>::builder()
        .text(Rc::from(text))
        .items([1])
        .words(|whole| whole.split(' ').map(Word).collect())
        .first(|_whole, words| words.first().unwrap_or(&Word("")))
        .outside(|whole| (whole, [2].as_slice()))
        .r#type(|_whole| None)
        .build();
    let lengths = [
        local.part().len(),
        private.part().len(),
        tuple.get_1().len(),
        document.first().0.len(),
        document.words().len(),
    ];
    lengths.into_iter().max().unwrap_or(0)
}
