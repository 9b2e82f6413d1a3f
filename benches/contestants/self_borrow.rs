//! The same structs by each of the peers, by hand, and by `self_borrow`.
#![allow(
    missing_docs,
    missing_debug_implementations,
    unreachable_pub,
    unnameable_types,
    dead_code,
    clippy::pedantic,
    clippy::box_collection,
    clippy::mem_forget,
    clippy::mut_from_ref,
    reason = "shared by a bench and an example, and written by macros of other crates, too"
)]

/// A `String`, and a `&str` into it.
pub mod text {
    use core::mem::MaybeUninit;

    /// By hand, as one would who knows the rules.
    pub struct Unsafe {
        /// Borrows from the text, which outlives it.
        pub dependent: &'static str,
        /// Dropped in `drop`; a `MaybeUninit` claims nothing where it is moved.
        owner: MaybeUninit<String>,
    }

    impl Unsafe {
        pub fn new(text: String) -> Self {
            let owner = MaybeUninit::new(text);
            // SAFETY: it has just been written.
            let text: &str = unsafe { owner.assume_init_ref() };
            let text: *const str = text;
            // SAFETY: the text is on the heap, and is freed in `drop`, after the last use of this.
            let text: &'static str = unsafe { &*text };
            Self {
                dependent: super::tail(text),
                owner,
            }
        }

        pub fn get(&self) -> &str {
            self.dependent
        }
    }

    impl Drop for Unsafe {
        fn drop(&mut self) {
            // SAFETY: written in `new`, and not used again.
            unsafe { self.owner.assume_init_drop() }
        }
    }

    #[ouroboros::self_referencing(pub_extras)]
    pub struct Ouroboros {
        owner: String,
        #[borrows(owner)]
        pub dependent: &'this str,
    }

    type Tail<'a> = &'a str;

    self_cell::self_cell!(
        pub struct SelfCell {
            owner: String,
            #[covariant]
            dependent: Tail,
        }
    );

    pub type Yoke = yoke::Yoke<&'static str, String>;

    #[self_borrow::self_borrow]
    pub struct SelfBorrow {
        #[lend('a)]
        pub owner: String,
        pub dependent: &'a str,
    }
}

/// A `Box<String>`, and the `&mut String` into it. `yoke` lends shared only.
pub mod edit {
    use core::mem::MaybeUninit;

    /// By hand.
    pub struct Unsafe {
        /// Borrows from the box, which outlives it.
        dependent: MaybeUninit<&'static mut String>,
        owner: *mut String,
    }

    impl Unsafe {
        pub fn new(text: Box<String>) -> Self {
            let owner = Box::into_raw(text);
            // SAFETY: from a box, which nobody uses until it is freed in `drop`.
            let dependent = MaybeUninit::new(unsafe { &mut *owner });
            Self { dependent, owner }
        }

        pub fn get_mut(&mut self) -> &mut String {
            // SAFETY: written in `new`.
            unsafe { self.dependent.assume_init_mut() }
        }
    }

    impl Drop for Unsafe {
        fn drop(&mut self) {
            // SAFETY: from `Box::into_raw`; the dependent isn't used again.
            drop(unsafe { Box::from_raw(self.owner) });
        }
    }

    #[ouroboros::self_referencing(pub_extras)]
    pub struct Ouroboros {
        owner: String,
        #[borrows(mut owner)]
        pub dependent: &'this mut String,
    }

    type Place<'a> = &'a mut String;

    self_cell::self_cell!(
        pub struct SelfCell {
            owner: self_cell::MutBorrow<String>,
            #[covariant]
            dependent: Place,
        }
    );

    #[self_borrow::self_borrow]
    pub struct SelfBorrow {
        #[lend(mut 'a)]
        pub owner: Box<String>,
        pub dependent: &'a mut String,
    }
}

/// A text, its words, and references to some of the words. `self_cell` and `yoke` have one owner: one of theirs lies in another.
pub mod chain {
    #[ouroboros::self_referencing(pub_extras)]
    pub struct Ouroboros {
        text: String,
        #[borrows(text)]
        #[covariant]
        words: Vec<&'this str>,
        #[borrows(words)]
        #[covariant]
        long: Vec<&'this &'this str>,
    }

    #[self_borrow::self_borrow]
    pub struct SelfBorrow {
        #[lend('text)]
        pub text: String,
        #[lend('words)]
        pub words: Vec<&'text str>,
        pub long: Vec<&'words &'text str>,
    }
}

/// What borrows from a text.
#[inline]
pub fn tail(text: &str) -> &str {
    &text[text.len() / 2..]
}
