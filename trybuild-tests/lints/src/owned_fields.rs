//! `#[derive(Fields)]` and `#[own_drop]`.

use core::marker::PhantomData;
use own_ref::{Fields, Own, OwnDrop, own_drop};

/// A struct without fields.
#[derive(Clone, Copy, Debug, Fields)]
#[expect(clippy::exhaustive_structs, reason = "not on what is generated")]
pub struct Unit;

/// A tuple.
#[derive(Clone, Debug, Fields)]
#[expect(clippy::partial_pub_fields, reason = "not on what is generated")]
pub struct Tuple(pub u8, String);

/// Named fields.
#[derive(Clone, Debug, Fields)]
#[non_exhaustive]
#[expect(
    clippy::partial_pub_fields,
    clippy::field_scoped_visibility_modifiers,
    reason = "not on what is generated"
)]
pub struct Named {
    /// A field.
    pub name: String,
    /// A raw name.
    pub r#type: Option<Box<Self>>,
    /// A private one.
    hidden: u8,
    /// One for the crate.
    pub(crate) shared: u16,
}

/// Every kind of parameter.
#[derive(Debug, Fields)]
#[non_exhaustive]
pub struct Parameters<'text, Item, const LENGTH: usize>
where
    Item: Clone,
{
    /// Borrowed.
    pub text: &'text str,
    /// By value.
    pub items: [Item; LENGTH],
    /// Not there.
    pub marker: PhantomData<Item>,
}

/// An enum.
#[derive(Debug, Fields)]
#[expect(clippy::exhaustive_enums, reason = "not on what is generated")]
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
#[derive(Clone, Copy, Debug, Fields)]
#[non_exhaustive]
pub enum Never {}

/// Not to be used, so the expansion may not use it.
#[deprecated(since = "0.1.0", note = "for the lint")]
#[derive(Clone, Copy, Debug, Fields)]
#[non_exhaustive]
pub struct Deprecated {
    /// Not to be used either.
    #[deprecated(since = "0.1.0", note = "for the lint")]
    pub field: u8,
}

/// A type that nobody sees.
#[derive(Debug)]
struct Hidden(u8);

/// Holds one.
#[derive(Debug, Fields)]
#[own_ref(split_only)]
pub struct Holder {
    /// Private in every way.
    hidden: Hidden,
}

/// Writes a struct.
macro_rules! define {
    ($name:ident { $($field:ident: $type:ty),* }) => {
        /// Written by a macro.
        #[derive(Clone, Copy, Debug, Fields)]
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

/// With a destructor.
#[own_drop]
#[derive(Debug)]
#[non_exhaustive]
pub struct Guard<Item> {
    /// What it guards.
    pub item: Option<Item>,
    /// What it counts.
    pub count: u8,
}

#[own_drop]
impl<Item> OwnDrop for Guard<Item> {
    #[inline]
    fn drop(this: Own<'_, Self>) {
        let GuardFieldsOwn { item, count } = Own::split(this);
        drop(Own::into_inner(item));
        drop(count);
    }
}

/// Uses what is private.
#[inline]
#[must_use]
pub fn uses() -> u8 {
    let guard = Guard::from(GuardFields {
        count: 1,
        item: Some(Tuple(2, String::new())),
    });
    let named = Named {
        hidden: 3,
        name: String::new(),
        r#type: None,
        shared: 4,
    };
    let holder = Holder { hidden: Hidden(5) };
    drop(named.name);
    guard.count ^ named.hidden ^ holder.hidden.0
}
