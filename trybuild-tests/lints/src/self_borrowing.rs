//! `#[self_borrow]` and `bind!`.

use core::cell::Cell;
use self_borrow::{bind, self_borrow};
use std::rc::Rc;

/// A word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Word<'text>(pub &'text str);

/// A chain, with everything that can be derived.
#[self_borrow]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[must_use]
pub struct Document<'out, Item: Clone + 'out, const LENGTH: usize>
where
    Item: Copy,
{
    /// The text.
    #[lend('text)]
    pub text: Rc<str>,
    /// What it is about.
    pub items: [Item; LENGTH],
    /// Its words.
    #[lend('words)]
    pub(crate) words: Rc<[Word<'text>]>,
    /// The first one.
    first: &'words Word<'text>,
    /// From elsewhere.
    pub outside: (&'text str, &'out [Item]),
    /// On this system only.
    #[cfg(all())]
    pub r#type: Option<&'text str>,
}

/// Mutably, and not covariant.
#[self_borrow]
#[derive(Debug)]
pub struct Edit {
    /// Lent mutably.
    #[lend(mut 'text)]
    pub text: Box<String>,
    /// Lent shared.
    #[lend('other)]
    pub other: Vec<u8>,
    /// Two at once.
    pub place: (&'text mut String, &'other [u8]),
    /// With closures only.
    #[not_covariant]
    pub cell: Cell<&'other [u8]>,
}

/// A tuple.
#[self_borrow(prefix = Couple)]
pub struct Tuple(#[lend('a)] String, pub &'a str, pub(crate) u8);

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
        pub text: Box<!'text mut String>,
        /// Borrows.
        pub place: &'text mut String,
    }
}

bind! {
    /// In that of a type.
    pub type Pair = bind 'text in (pub Box<!'text mut String>, pub &'text mut String);
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
        .outside(|whole| (whole, [2_u8].as_slice()))
        .r#type(|_whole| None)
        .build();
    local.part().len()
        + private.part().len()
        + tuple.get_1().len()
        + document.first().0.len()
        + document.words().len()
}
