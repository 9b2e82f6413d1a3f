//! Unsizing, which stable Rust does for pointers of std only.

use crate::{Own, Tracked};
use core::marker::PhantomData;
use core::pin::Pin;

/// Turns an owned reference to a value into one to a trait object or a slice.
///
/// `unsize!(own => dyn Trait)` is what `own as Box<dyn Trait>` is for a box: the pointer gets a
/// vtable (or a length), the value stays where it is, the lifetime is that of `own`. It also takes a
/// [`Pin`] of [`Tracked`](crate::Tracked).
///
/// The expression is evaluated first, in your code and outside of any `unsafe` block. The target type
/// may borrow: `dyn Trait + '_`.
///
/// # Examples
///
/// ```
/// use core::fmt::Display;
/// use own_ref::{Own, Slot, unsize};
///
/// let mut slots = (Slot::new(), Slot::new());
/// let values: [Own<'_, dyn Display>; 2] =
///     [unsize!(slots.0.put(1) => dyn Display), unsize!(slots.1.put("two") => dyn Display)];
/// assert_eq!(values.map(|value| value.to_string()), ["1", "two"]);
/// ```
///
/// What doesn't coerce is refused by the compiler:
///
/// ```compile_fail,E0277
/// # use own_ref::{Slot, unsize};
/// let mut slot = Slot::new();
/// let own = unsize!(slot.put(vec![1]) => dyn core::fmt::Display);
/// ```
#[macro_export]
macro_rules! unsize {
    ($own:expr => $target:ty) => {
        match $crate::__private::into_frame($own) {
            (pointer, frame) => {
                let pointer: *mut $target = pointer;
                // SAFETY: 1. `pointer` is the one of `into_frame`, in this very expansion, after
                // an unsizing coercion: the `let` permits no other, and the name is this macro's.
                unsafe { $crate::__private::out_of_frame(frame, pointer) }
            }
        }
    };
}

/// A pointer type that can be taken apart into a raw pointer and all the rest, and be put
/// together again around a coerced pointer.
///
/// # Safety
///
/// 1. `out_of` is sound for a pointer that came from `into`, also if it was unsized meanwhile.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` doesn't own what it points to",
    label = "not an owned reference",
    note = "`unsize!` takes an `Own`, or a `Pin<Tracked>`"
)]
pub unsafe trait Coerce {
    /// What it points to.
    type Target: ?Sized;
    /// The same pointer type, to something else.
    type To<U: ?Sized>;
    /// All the rest: lifetimes, where to note that the value is gone.
    type Rest;

    fn into(self) -> (*mut Self::Target, Self::Rest);

    /// # Safety
    ///
    /// 1. `rest` and `pointer` are from one call of `into`, and `pointer` was at most unsized.
    unsafe fn out_of<U: ?Sized>(rest: Self::Rest, pointer: *mut U) -> Self::To<U>;
}

/// What remembers where a pointer came from.
#[doc(hidden)]
#[expect(
    missing_debug_implementations,
    reason = "exists only within an expansion"
)]
pub struct Frame<C: Coerce>(C::Rest);

/// Takes a pointer apart.
#[doc(hidden)]
#[inline]
pub fn into_frame<C: Coerce>(pointer: C) -> (*mut C::Target, Frame<C>) {
    let (pointer, rest) = pointer.into();
    (pointer, Frame(rest))
}

/// Puts a pointer together.
///
/// # Safety
///
/// 1. `frame` and `pointer` are from one call of [`into_frame`], and `pointer` was at most unsized.
#[doc(hidden)]
#[inline]
pub unsafe fn out_of_frame<C: Coerce, U: ?Sized>(frame: Frame<C>, pointer: *mut U) -> C::To<U> {
    // SAFETY: clause 1.
    unsafe { C::out_of(frame.0, pointer) }
}

// SAFETY: 1. the same value, memory and lifetime.
unsafe impl<'a, T: ?Sized> Coerce for Own<'a, T> {
    type Target = T;
    type To<U: ?Sized> = Own<'a, U>;
    type Rest = PhantomData<&'a mut ()>;

    #[inline]
    fn into(self) -> (*mut T, Self::Rest) {
        (Own::into_raw(self), PhantomData)
    }

    #[inline]
    unsafe fn out_of<U: ?Sized>(_: Self::Rest, pointer: *mut U) -> Own<'a, U> {
        // SAFETY: 1 and 2: they held for the owned reference that it came from; unsizing changes
        // what the pointer says of the value, not the value.
        unsafe { Own::from_raw(pointer) }
    }
}

// SAFETY: 1. as for `Own`; the value is still pinned.
unsafe impl<'a, T: ?Sized> Coerce for Pin<Tracked<'a, T>> {
    type Target = T;
    type To<U: ?Sized> = Pin<Tracked<'a, U>>;
    type Rest = crate::pinned::Rest<'a>;

    #[inline]
    fn into(self) -> (*mut T, Self::Rest) {
        Tracked::into_parts(self)
    }

    #[inline]
    unsafe fn out_of<U: ?Sized>(rest: Self::Rest, pointer: *mut U) -> Pin<Tracked<'a, U>> {
        // SAFETY: clause 1.
        unsafe { Tracked::from_parts(pointer, rest) }
    }
}
