//! `#[derive(Unleak)]`.

use core::marker::PhantomData;
use leak::{Unleak, assert_leak};

/// Borrows.
#[derive(Debug, Unleak)]
#[non_exhaustive]
pub struct Guard<'data> {
    /// What for.
    pub of: PhantomData<&'data u8>,
}

/// Borrows mutably, in a tuple.
#[derive(Debug, Unleak)]
#[non_exhaustive]
pub struct Tuple<'data>(pub &'data mut u8);

/// Every kind of parameter.
#[derive(Debug, Unleak)]
#[non_exhaustive]
pub struct Parameters<'text, 'data, Item, Tail: ?Sized, const LENGTH: usize>
where
    Item: Clone,
{
    /// Borrowed.
    pub text: &'text &'data str,
    /// By value.
    pub items: [Item; LENGTH],
    /// Perhaps unsized.
    pub tail: Tail,
}

/// One of several.
#[derive(Debug, Unleak)]
#[non_exhaustive]
pub enum Either<Item> {
    /// Nothing.
    Empty,
    /// One.
    One(Item),
    /// Named.
    Named {
        /// One.
        item: Item,
    },
}

/// Checks them.
#[inline]
pub const fn checks() {
    assert_leak!(Guard<'static>, Tuple<'static>, Either<u8>);
    assert_leak!(Parameters<'static, 'static, u8, [u8], 3>);
}
