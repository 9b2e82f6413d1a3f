//! What the library has to know about a struct.

use super::brand::{Brand, Free};
use super::list::List;
use super::{Part, part_of};
use crate::{Hole, Own};

/// A field of a struct: its name, where it is, and whether it is pinned when the struct is.
///
/// # Examples
///
/// ```
/// use own_ref::part::Field;
///
/// struct Pair { #[allow(dead_code)] a: u8, #[allow(dead_code)] b: u32 }
/// const B: Field = Field::new("b", core::mem::offset_of!(Pair, b));
/// assert_eq!(B.name(), "b");
/// assert!(!B.is_pinned());
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Field {
    name: &'static str,
    offset: usize,
    pinned: bool,
}

impl Field {
    /// A field that is not pinned when the struct is.
    #[must_use]
    pub const fn new(name: &'static str, offset: usize) -> Self {
        Self {
            name,
            offset,
            pinned: false,
        }
    }

    /// The same field, but pinned when the struct is.
    #[must_use]
    pub const fn pinned(self) -> Self {
        Self {
            pinned: true,
            ..self
        }
    }

    /// The name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The offset in the struct, in bytes.
    #[inline]
    #[must_use]
    pub const fn offset(&self) -> usize {
        self.offset
    }

    /// Whether the field is pinned when the struct is.
    #[must_use]
    pub const fn is_pinned(&self) -> bool {
        self.pinned
    }
}

/// A struct whose fields can come and go one by one, as a [`Part`].
///
/// # Safety
///
/// 1. [`FIELDS`](Fields::FIELDS) has an entry for every field of the struct, and no other, with its
///    offset; [`List`](Fields::List) has the fields' types, exactly, in the same order.
/// 2. All fields are aligned, and values of the struct may be built and taken apart field by
///    field: it has no other invariant, and no `Drop` implementation.
/// 3. The fields with [`Field::pinned`] are those whose types are in [`Pinned`](Fields::Pinned).
///    Nothing else pins any field of a pinned struct, or moves one of these.
///
/// # Examples
///
/// See [`Part`](crate::Part).
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be built or taken apart field by field",
    note = "add `#[derive(own_ref::Fields)]` to `{Self}`"
)]
pub unsafe trait Fields: Sized {
    /// The types of the fields, as nested pairs: `(A, (B, ()))`.
    type List: List;
    /// The types of those fields that are pinned when the struct is, as nested pairs.
    type Pinned;
    /// What only code that may access every field of the struct can make. Not for safety here, but
    /// for the struct's own invariants: it keeps private fields private.
    type Key;
    /// The fields.
    const FIELDS: &'static [Field];
}

/// A struct whose parts have a type with named methods.
///
/// # Examples
///
/// See [`Part`](crate::Part).
pub trait Parted: Fields {
    /// The part with every field there.
    type Full<'a, B: Brand>: From<Part<'a, Self, <Self::List as List>::Present, B>>;
    /// The part with no field there.
    type Empty<'a, B: Brand>: From<Part<'a, Self, <Self::List as List>::Absent, B>>;
}

impl<'a, S: Parted> Hole<'a, S> {
    /// Begins to fill the hole, field by field.
    ///
    /// # Examples
    ///
    /// ```
    /// # mod expanded { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/my_strings.rs")); }
    /// # use expanded::MyStrings;
    /// let mut slot = own_ref::Slot::<MyStrings<u8>>::new();
    /// let strings = slot.hole().part().set_y(1).set_x("x".into()).finish(); // in any order
    /// assert_eq!((strings.x.as_str(), strings.y), ("x", 1));
    /// ```
    #[inline]
    #[must_use]
    pub fn part(self) -> S::Empty<'a, Free> {
        let ptr = self.into_raw();
        // SAFETY: 1. a hole, so memory for an `S`, ours for `'a`, with nothing in it; it is
        // in no enum.
        unsafe { part_of(ptr, Free) }.into()
    }
}

impl<'a, S: Parted> Own<'a, S> {
    /// Begins to take the value apart, field by field.
    ///
    /// # Examples
    ///
    /// ```
    /// # mod expanded { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/my_strings.rs")); }
    /// # use expanded::MyStrings;
    /// use own_ref::{Own, Slot};
    ///
    /// let mut slot = Slot::new();
    /// let strings = slot.put(MyStrings { x: String::from("x"), y: 1 });
    /// let (x, rest) = Own::part(strings).take_x();
    /// assert_eq!((x.as_str(), *rest.y()), ("x", 1));
    /// ```
    #[inline]
    #[must_use = "dropping what it returns drops the fields"]
    pub fn part(this: Self) -> S::Full<'a, Free> {
        let ptr = Self::into_raw(this);
        // SAFETY: 1. an owned value, so each field holds one, and `this` is gone.
        unsafe { part_of(ptr, Free) }.into()
    }
}
