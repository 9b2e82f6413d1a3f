//! The token, and where its brand comes from.

use core::fmt;
use core::marker::PhantomData;
use core::ops::{Deref, DerefMut};

use ghost_cell::GhostToken;

use super::rc;
use crate::brand::Invariant;
use crate::task::list::List;

/// Declares a token, `token!(t)`: a variable `mut t` of type [`Token`], with a brand of its own.
///
/// It lives in the enclosing block, like any variable; the brand ends with the block. See [the module](mod@crate::token).
#[macro_export]
macro_rules! token {
    ($token:ident) => {
        // With `ref`, because a plain name is no variable where a constant has it.
        let ref __capsule_anchor = $crate::__private::Anchor::new();
        let ref __capsule_hold = $crate::__private::Hold::new(__capsule_anchor);
        // SAFETY: 1. `__capsule_anchor` is a variable that only this expansion can name, borrowed for this one token,
        // and the hold on it was declared right after it, in the same block.
        #[allow(unused_mut, reason = "not every token is lent mutably")]
        let mut $token = unsafe { $crate::__private::token_of(__capsule_anchor, __capsule_hold) };
    };
}

/// The permission to change the counts of the [`Rc`](super::Rc)s with this brand, and their
/// [cells](crate::Cell).
///
/// ```
/// use capsule::{Cell, token, token::Rc};
///
/// token!(t);
/// let cell = Rc::new(&t, Cell::new(1));
/// let alias = cell.dup(&mut t);
/// *cell.borrow_mut(&mut t) = 2;
/// assert_eq!(*alias.borrow(&t), 2);
/// ```
///
/// # Invariants
///
/// 1. There is one token of its brand.
pub struct Token<'b> {
    ghost: GhostToken<'b>,
    anchor: &'b Anchor,
}

impl<'b> Token<'b> {
    /// Takes into account the pointers that were dropped without the token.
    ///
    /// # Panics
    ///
    /// If the destructor of a value does; the others are run all the same.
    pub fn collect(&mut self) {
        // SAFETY: 1. The only token of the brand is borrowed exclusively.
        unsafe { self.anchor.settle() };
    }

    pub(super) fn anchor(&self) -> &'b Anchor {
        self.anchor
    }
}

impl<'b> Deref for Token<'b> {
    type Target = GhostToken<'b>;

    #[inline]
    fn deref(&self) -> &GhostToken<'b> {
        &self.ghost
    }
}

impl DerefMut for Token<'_> {
    #[inline]
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.ghost
    }
}

impl fmt::Debug for Token<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token")
    }
}

/// What a brand is borrowed from, and where deferred drops go.
///
/// # Why two brands differ
///
/// `'b` is the lifetime of a borrow of the anchor, and invariant. Suppose that the brands of two tokens were equal, where
/// the anchor of the second was made after the [`Hold`] of the first. The destructor of the first hold uses `'b`, so
/// the borrow lasts until then. But the anchor of the second is destroyed before that, on every path out of the
/// block, and its destructor must not run as long as it is borrowed. So the compiler refuses.
///
/// It does so on paths that unwind too, *because the anchor has a destructor*: the end of a variable's storage
/// alone is not looked at there. If a function never returns but by unwinding (`loop {}` at its end), these are the
/// only paths (ui test `static_token/brands_in_an_endless_loop`). A function without any path out of it, not even by unwinding,
/// has no calls, so it can't do anything with a token.
///
/// # Invariants
///
/// 1. The nodes on the list are those of values with this brand.
pub struct Anchor {
    deferred: List,
}

impl Anchor {
    #[doc(hidden)]
    #[must_use]
    pub fn new() -> Self {
        Self {
            deferred: List::new(),
        }
    }

    pub(super) fn deferred(&self) -> &List {
        &self.deferred
    }

    /// Settles what was dropped without the token.
    ///
    /// # Safety
    ///
    /// 1. Nobody else changes the counts of values with this brand, until this returns.
    unsafe fn settle(&self) {
        /// Goes on if a destructor panics.
        struct Rest<'a>(&'a List);
        impl Rest<'_> {
            fn settle(&self) {
                // What destructors drop is on the list by then.
                while !self.0.is_empty() {
                    // SAFETY: 1. By clause 1 of the function in which this type is used.
                    unsafe { rc::settle_each(self.0.take()) };
                }
            }
        }
        impl Drop for Rest<'_> {
            fn drop(&mut self) {
                self.settle();
            }
        }

        Rest(&self.deferred).settle();
    }
}

impl Drop for Anchor {
    /// That there is a destructor is what matters: see above.
    fn drop(&mut self) {}
}

impl fmt::Debug for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Anchor")
    }
}

/// Ends a brand: by its destructor, which uses `'b`, all values with the brand that were dropped are destroyed.
pub struct Hold<'b>(&'b Anchor, Invariant<'b>);

impl<'b> Hold<'b> {
    #[doc(hidden)]
    #[must_use]
    pub fn new(anchor: &'b Anchor) -> Self {
        Self(anchor, PhantomData)
    }
}

impl Drop for Hold<'_> {
    fn drop(&mut self) {
        // SAFETY: 1. The token is gone: it was declared after this, with a type that `'b` is in, so it isn't
        // used any more (or it was forgotten).
        unsafe { self.0.settle() };
    }
}

impl fmt::Debug for Hold<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Hold")
    }
}

/// The token of an anchor.
///
/// # Safety
///
/// 1. `anchor` is a variable that is used for this one token only, and `hold` is a variable in the same
///    block, declared after it and before the token, that nobody can move or forget.
#[doc(hidden)]
#[must_use]
pub unsafe fn token_of<'b>(anchor: &'b Anchor, hold: &Hold<'b>) -> Token<'b> {
    let _ = hold;
    // INVARIANT: 1. By clause 1, and as argued at `Anchor`.
    Token {
        ghost: GhostToken::new(|token| {
            // SAFETY: the types differ in a lifetime only, and a token has no data. That there is one token with the
            // brand `'b` is clause 1.
            unsafe { core::mem::transmute::<GhostToken<'_>, GhostToken<'b>>(token) }
        }),
        anchor,
    }
}
