//! The derives of what a type owns.

use core::cell::Cell;
use core::marker::PhantomData;
use leak::rc::Rc;
use leak::sync::Arc;
use leak::{AllowedInRc, Disowns, NeverGives, RankedLeak, RoutineDrop, Unleak};

/// A struct without fields.
#[derive(Clone, Copy, Debug, AllowedInRc, Disowns, NeverGives, RankedLeak, RoutineDrop)]
#[non_exhaustive]
pub struct Unit;

/// A tuple.
#[derive(Clone, Debug, AllowedInRc, Disowns, NeverGives, RankedLeak, RoutineDrop)]
#[non_exhaustive]
pub struct Tuple(pub u8, pub String);

/// Every kind of parameter.
#[derive(Debug, AllowedInRc, Disowns, NeverGives, RankedLeak, RoutineDrop)]
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

/// Refers to itself, and has a rank.
#[derive(Debug, AllowedInRc, RankedLeak, RoutineDrop)]
#[ranked_leak(rank = 2)]
#[non_exhaustive]
pub enum Tree<'lent, Item> {
    /// Nothing.
    Empty,
    /// One.
    Leaf(Unleak<&'lent Item>),
    /// Two.
    Node {
        /// The left one.
        left: Box<Self>,
        /// What is shared.
        shared: Rc<[u8]>,
    },
}

/// One handle only.
#[derive(Debug, Disowns, NeverGives)]
#[disowns(target = Rc<Self>)]
#[never_gives(target = "Rc<Self>")]
#[non_exhaustive]
pub struct Targeted<Item> {
    /// Of another kind.
    pub shared: Arc<u8>,
    /// A function.
    pub make: fn() -> u8,
    /// An item.
    pub item: Item,
}

/// Bounds by hand.
#[derive(Debug, AllowedInRc, Disowns, RoutineDrop)]
#[allowed_in_rc(bound = "Item::Item: AllowedInRc")]
#[disowns(bound = "Item::Item: Disowns<Rc<u8>>", target = Rc<u8>)]
#[routine_drop(bound(Item::Item: RoutineDrop))]
#[non_exhaustive]
pub struct Bounded<Item: Iterator> {
    /// An item.
    pub next: Option<Item::Item>,
}

/// Not to be used, so the expansion may not use it.
#[deprecated(since = "0.1.0", note = "for the lint")]
#[derive(Clone, Copy, Debug, AllowedInRc, Disowns, NeverGives, RankedLeak, RoutineDrop)]
#[non_exhaustive]
pub struct Deprecated {
    /// Not to be used either.
    #[deprecated(since = "0.1.0", note = "for the lint")]
    pub field: u8,
}

/// A constant that knows.
pub const KNOWN: bool = leak::is_leak!(String);

/// Uses some of the above.
#[inline]
#[must_use]
pub fn uses(text: &str) -> bool {
    let parameters = Parameters {
        text,
        items: [Unit; 2],
        cell: Cell::new(1),
        marker: PhantomData,
        tail: "tail",
    };
    let leaf = Rc::new_allowed(Tree::Leaf(Unleak(&text)));
    Rc::new_disowned(parameters).text == text && matches!(*leaf, Tree::Leaf(_)) && KNOWN
}
