//! `#[leak_bounds]`.

use leak::leak_bounds;

/// A struct.
#[leak_bounds]
#[derive(Clone, Copy, Debug)]
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
#[leak_bounds]
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Choice<'text, Item, const LENGTH: usize> {
    /// By value.
    Items([Item; LENGTH]),
    /// Borrowed.
    Text(&'text str),
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
    #[inline]
    fn put(&mut self, item: Item) {
        self.push(item);
    }

    #[inline]
    fn put_other<Other: ?Leak>(&mut self, _: &Other) {}
}

/// Has bounds in both places.
#[inline]
#[leak_bounds]
pub fn total<'item, Item, Items: Iterator<Item = &'item Item>>(items: Items) -> usize
where
    Item: Into<usize> + Copy + 'item,
{
    items.map(|item| (*item).into()).sum()
}

/// A function, with an argument of a type without a name.
#[inline]
#[leak_bounds]
pub fn each<Item: Copy>(items: &[Item], mut each: impl FnMut(Item)) {
    for item in items {
        each(*item);
    }
}
