//! `#[derive(AsyncDrop)]`, `#[must_async_drop]` and `async_scope!`.

use core::marker::PhantomData;
use core::pin::Pin;
use leak::async_drop::{AsyncDestruct, AsyncDrop, boxed, must_async_drop};
use leak::async_scope;

/// A struct without fields.
#[derive(Clone, Copy, Debug, AsyncDrop)]
#[non_exhaustive]
pub struct Unit;

/// A tuple.
#[derive(Debug, AsyncDrop)]
#[non_exhaustive]
pub struct Tuple(pub u8, pub String, pub Unit);

/// Named fields, and code of its own.
#[derive(Debug, AsyncDrop)]
#[non_exhaustive]
pub struct Named {
    /// A field.
    pub name: String,
    /// A raw name, and recursive.
    #[async_drop(with = boxed)]
    pub r#type: Option<Box<Self>>,
}

impl AsyncDrop for Named {
    #[inline]
    async fn async_drop(self: Pin<&mut Self>) {}
}

/// Every kind of parameter, and of attribute.
#[derive(Debug, AsyncDrop)]
#[async_drop(bound = "Other: Send")]
#[non_exhaustive]
pub struct Parameters<'text, Item, Other, const LENGTH: usize>
where
    Item: AsyncDestruct,
{
    /// Borrowed.
    pub text: &'text str,
    /// By value.
    pub items: [Item; LENGTH],
    /// Dropped.
    #[async_drop(sync)]
    pub other: Vec<Other>,
    /// Dropped at the end.
    #[async_drop(skip)]
    pub last: Option<Other>,
    /// Not there.
    pub marker: PhantomData<Item>,
}

/// By variant.
#[derive(Debug, AsyncDrop)]
#[non_exhaustive]
pub enum Choice<Item: AsyncDestruct> {
    /// Nothing.
    Empty,
    /// One.
    Leaf(Item),
    /// Two.
    Node {
        /// The left one.
        left: Item,
        /// The right one.
        right: Tuple,
    },
}

/// Can't be made.
#[derive(Debug, AsyncDrop)]
#[non_exhaustive]
pub enum Never {}

/// Must be destroyed asynchronously.
#[must_async_drop]
#[derive(Debug, AsyncDrop)]
#[non_exhaustive]
pub struct Session<'text> {
    /// A field.
    pub text: &'text str,
}

/// Not to be used, so the expansion may not use it.
#[deprecated(since = "0.1.0", note = "for the lint")]
#[derive(Clone, Copy, Debug, AsyncDrop)]
#[non_exhaustive]
pub struct Deprecated {
    /// Not to be used either.
    #[deprecated(since = "0.1.0", note = "for the lint")]
    pub field: u8,
}

/// Opens a scope.
#[inline]
pub fn scoped(text: &str) -> impl Future<Output = usize> {
    async_scope!(move scope => {
        let held = scope.own(text);
        let length = held.len();
        held.destroy().await;
        length
    })
}

/// Opens one that hands over.
#[inline]
pub fn handed_over() -> impl Future<Output = ()> {
    async_scope!(scope, hand_over = drop => {
        scope.defer(async {});
    })
}
