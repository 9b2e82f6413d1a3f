//! What the library has to know about an enum.

use super::Current;
use crate::part::Brand;

/// An enum whose variants are states that [`update`](super::update) changes in place.
///
/// # Safety
///
/// 1. The enum is `#[repr(C, u8)]`, and has no `Drop` implementation.
/// 2. The variant with the tag [`SENTINEL`](States::SENTINEL) has no fields.
/// 3. [`LAYOUT`](States::LAYOUT) is [`Layout::of`] the payloads of all variants.
///
/// # Examples
///
/// See [`update`](crate::states::update).
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no states",
    note = "add `#[derive(own_ref::States)]` to `{Self}`, a `#[repr(C, u8)]` enum"
)]
pub unsafe trait States: Sized {
    /// The tag of the variant that the enum is in while it is being updated.
    const SENTINEL: u8;
    /// Where the payload is.
    const LAYOUT: Layout;
    /// The state that the enum was in: an enum with the same variants, that hold a
    /// [`State`](super::State), or [`Vacant`](super::Vacant) memory.
    type State<'id, B: Brand>;

    /// Asks for the payload as that of one variant after the other, and then as
    /// [`vacant`](Current::vacant).
    #[doc(hidden)]
    fn pick<B: Brand>(current: Current<'_, Self, B>) -> Self::State<'_, B>;
}

/// An enum that can be updated while it is pinned.
///
/// # Safety
///
/// 1. `Self: Unpin` only if `S::Pinned: Unpin` for the payload `S` of every variant, where
///    [`Pinned`](crate::part::Fields::Pinned) are the fields that are pinned when `S` is.
/// 2. Nothing else moves these fields, or pins any other.
///
/// # Examples
///
/// See [`update`](crate::states::update).
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be updated while it is pinned",
    note = "add `#[derive(own_ref::States)]` to `{Self}`, and mark its pinned fields with `#[pin]`"
)]
pub unsafe trait PinStates: States {}

/// The payload of one variant of `E`.
///
/// # Safety
///
/// 1. The only field of the variant of `E` with the tag `TAG` is of type `Self`.
///
/// # Examples
///
/// See [`update`](crate::states::update).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a state of `{E}`",
    label = "no variant of `{E}` holds a `{Self}`"
)]
pub unsafe trait Variant<E: States>: Sized {
    /// The tag.
    const TAG: u8;

    /// The payload, if it is that of this variant. Nobody calls it: its body shows that the
    /// variant holds exactly this type.
    #[doc(hidden)]
    fn payload(of: &mut E) -> Option<&mut Self>;
}

/// The layout of a `#[repr(C, u8)]` enum.
///
/// # Examples
///
/// ```
/// use own_ref::states::Layout;
///
/// #[repr(C, u8)]
/// enum Number { #[allow(dead_code)] Small(u16), #[allow(dead_code)] Large(u64), None }
///
/// const LAYOUT: Layout = Layout::of::<Number>(&[Layout::payload::<u16>(), Layout::payload::<u64>()]);
/// assert_eq!(LAYOUT.offset(), 8);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    offset: usize,
}

impl Layout {
    /// The layout of an enum with these payloads.
    ///
    /// The Reference, "Primitive representation of enums with `#[repr(C)]`" (1.95): the layout is that of
    /// a `repr(C)` struct of the tag and a `repr(C)` union of the variants' payloads. So the
    /// payload is at the first multiple of the union's alignment after the tag.
    ///
    /// # Panics
    ///
    /// If the size or alignment of `E` is not what follows from the payloads: then `E` is another
    /// enum, or has another `repr`.
    #[must_use]
    pub const fn of<E>(payloads: &[(usize, usize)]) -> Self {
        let (mut size, mut align) = (0, 1);
        let mut i = 0;
        while i < payloads.len() {
            let payload = payloads[i];
            size = if payload.0 > size { payload.0 } else { size };
            align = if payload.1 > align { payload.1 } else { align };
            i += 1;
        }
        // The tag has one byte; the union's size is a multiple of its alignment.
        let offset = size_of::<u8>().next_multiple_of(align);
        let union = size.next_multiple_of(align);
        assert!(
            align_of::<E>() == align,
            "the enum is not `#[repr(C, u8)]` over these payloads"
        );
        assert!(
            size_of::<E>() == offset + union,
            "the enum is not `#[repr(C, u8)]` over these payloads"
        );
        Self { offset }
    }

    /// Size and alignment of a payload.
    #[must_use]
    pub const fn payload<V>() -> (usize, usize) {
        (size_of::<V>(), align_of::<V>())
    }

    /// The offset of the payload.
    #[inline]
    #[must_use]
    pub const fn offset(&self) -> usize {
        self.offset
    }
}
