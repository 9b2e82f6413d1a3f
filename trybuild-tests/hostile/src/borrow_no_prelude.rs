//! Self-borrowing structs where nothing is in scope.

#![no_implicit_prelude]

/// Everything that can be derived, but `Clone`.
#[::self_borrow::self_borrow]
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line<'s, T: 's> {
    /// An owner.
    #[lend('text)]
    pub text: &'s [T],
    /// Another.
    #[lend('words)]
    pub words: ::std_again::rc::Rc<(&'text [T], u8)>,
    /// A dependent.
    pub first: (&'text T, &'words u8),
    /// A plain field.
    pub number: u8,
}

/// `Clone`.
#[::self_borrow::self_borrow]
#[derive(Clone)]
pub struct Counted {
    /// An owner.
    #[lend('text)]
    pub text: ::std_again::rc::Rc<str>,
    /// A dependent.
    pub first: &'text str,
}

/// Pinned.
#[::self_borrow::self_borrow]
pub struct Pinned {
    /// An owner.
    #[lend(inline 'text)]
    pub text: [u8; 4],
    /// A dependent.
    pub first: &'text u8,
}

::self_borrow::bind! {
    /// In the other notation.
    pub struct Edit bind 'a {
        /// An owner.
        pub text: ::std_again::boxed::Box<!'a mut u8>,
        /// A dependent.
        pub place: &'a mut u8,
    }
}
