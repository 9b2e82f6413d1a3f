//! `#[leak_bounds]`.

use leak::leak_bounds;

/// A struct.
#[derive(Clone, Copy, Debug)]
#[leak_bounds]
#[non_exhaustive]
pub struct Pair<First, Second: ?Leak>
where
    Second: Copy,
{
    /// Bounded.
    pub first: First,
    /// Not bounded.
    pub second: Second,
}

/// An enum.
#[derive(Clone, Copy, Debug)]
#[leak_bounds]
#[non_exhaustive]
pub enum Choice<'text, Item, const LENGTH: usize> {
    /// Borrowed.
    Text(&'text str),
    /// By value.
    Items([Item; LENGTH]),
}

/// A trait.
#[leak_bounds]
pub trait Sink<Item> {
    /// Takes one.
    fn put(&mut self, item: Item);
    /// Takes any.
    fn put_other<Other: ?Leak>(&mut self, other: &Other);
}

#[leak_bounds]
impl<Item> Sink<Item> for Vec<Item> {
    fn put(&mut self, item: Item) {
        self.push(item);
    }

    fn put_other<Other: ?Leak>(&mut self, _: &Other) {}
}

/// A function, with an argument of a type without a name.
#[leak_bounds]
pub fn each<Item: Copy>(items: &[Item], mut f: impl FnMut(Item)) {
    for item in items {
        f(*item);
    }
}
