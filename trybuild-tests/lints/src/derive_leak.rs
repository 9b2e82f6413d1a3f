//! `#[derive(Leak)]`.

use core::cell::Cell;
use core::fmt::{Debug, Formatter, Result};
use core::iter::Empty;
use core::marker::PhantomData;
use leak::{Leak, assert_leak};

/// A struct without fields.
#[derive(Clone, Copy, Debug, Leak)]
#[non_exhaustive]
pub struct Unit;

/// A tuple.
#[derive(Clone, Debug, Leak)]
#[non_exhaustive]
pub struct Tuple(pub u8, pub String);

/// Named fields.
#[derive(Clone, Debug, Leak)]
#[non_exhaustive]
pub struct Named {
    /// A field.
    pub name: String,
    /// A raw name.
    pub r#type: Option<Box<Self>>,
}

/// Every kind of parameter.
#[derive(Debug, Leak)]
#[non_exhaustive]
pub struct Parameters<'text, Item, Tail: ?Sized, const LENGTH: usize>
where
    Item: Clone,
{
    /// Borrowed.
    pub text: &'text str,
    /// By value.
    pub items: [Item; LENGTH],
    /// Behind a cell.
    pub cell: Cell<usize>,
    /// Not there.
    pub marker: PhantomData<Item>,
    /// Perhaps unsized.
    pub tail: Tail,
}

/// Refers to itself.
#[derive(Debug, Leak)]
#[non_exhaustive]
pub enum Tree<Item> {
    /// Nothing.
    Empty,
    /// One.
    Leaf(Item),
    /// Two.
    Node {
        /// The left one.
        left: Box<Self>,
        /// The right one.
        right: Box<Self>,
    },
}

/// Can't be made.
#[derive(Debug, Leak)]
#[non_exhaustive]
pub enum Never {}

/// Bounds by hand.
#[derive(Debug, Leak)]
#[leak(bound = "Item::Item: Leak")]
#[non_exhaustive]
pub struct Bounded<Item: Iterator> {
    /// An item.
    pub next: Option<Item::Item>,
}

/// One of two.
#[derive(Clone, Copy, Leak)]
#[repr(C)]
pub union Either {
    /// In full.
    pub word: u32,
    /// In part.
    pub bytes: [u8; 4],
}

impl Debug for Either {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.debug_struct("Either").finish_non_exhaustive()
    }
}

/// Not to be used, so the expansion may not use it.
#[deprecated(since = "0.1.0", note = "for the lint")]
#[derive(Clone, Copy, Debug, Leak)]
#[non_exhaustive]
pub struct Deprecated {
    /// Not to be used either.
    #[deprecated(since = "0.1.0", note = "for the lint")]
    pub field: u8,
}

/// Writes a struct.
macro_rules! define {
    ($name:ident { $($field:ident: $type:ty),* }) => {
        /// Written by a macro.
        #[derive(Clone, Copy, Debug, Leak)]
        #[non_exhaustive]
        pub struct $name {
            $(
                /// A field.
                pub $field: $type,
            )*
        }
    };
}
define!(ByMacro {
    first: u8,
    second: (u16, [u32; 2])
});

/// Checks some of the above, and a type inside of a function.
#[inline]
pub const fn checks() {
    #[derive(Clone, Copy, Debug, Leak)]
    struct Local {
        _field: u8,
    }
    assert_leak!(
        Local,
        Unit,
        Tuple,
        Named,
        Tree<Tuple>,
        Never,
        Either,
        ByMacro
    );
    assert_leak!(Parameters<'static, Unit, [Unit], 3>, Bounded<Empty<Unit>>);
}
