//! Unsizing, which stable Rust does for pointers of std only.

use alloc::rc::Rc as StdRc;
use core::fmt;
use core::marker::PhantomData;

use super::Rc;
use crate::brand::Invariant;

/// Turns an [`Rc`] into one to a trait object or a slice: `unsize_rc!(rc => dyn Trait)`.
///
/// The expression is evaluated first, in your code and outside of any `unsafe` block.
///
/// ```
/// use capsule::{Rc, unsize_rc};
/// use core::fmt::Display;
///
/// capsule::region(|b, _| {
///     let shown: [Rc<'_, dyn Display>; 2] =
///         [unsize_rc!(Rc::new(b, 1) => dyn Display), unsize_rc!(Rc::new(b, "a") => dyn Display)];
///     assert_eq!(shown.map(|rc| rc.to_string()), ["1", "a"]);
/// });
/// ```
///
/// What doesn't coerce is refused by the compiler:
///
/// ```compile_fail,E0277
/// # use capsule::{Rc, unsize_rc};
/// capsule::region(|b, _| {
///     let rc = unsize_rc!(Rc::new(b, vec![1]) => dyn core::fmt::Display);
/// });
/// ```
#[macro_export]
macro_rules! unsize_rc {
    ($rc:expr => $target:ty) => {
        match $crate::__private::into_raw_parts($rc) {
            (pointer, region) => {
                let pointer: *const $target = pointer;
                // SAFETY: 1. `pointer` is the one of `into_raw_parts`, in this very expansion, after
                // an unsizing coercion: the `let` permits no other, and the name is this macro's.
                unsafe { $crate::__private::out_of_raw_parts(region, pointer) }
            }
        }
    };
}

/// The brand of a pointer that was taken apart.
pub struct RawRegion<'b>(Invariant<'b>);

impl fmt::Debug for RawRegion<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RawRegion")
    }
}

/// Takes a pointer apart.
#[must_use]
#[inline]
pub fn into_raw_parts<T: ?Sized>(rc: Rc<'_, T>) -> (*const T, RawRegion<'_>) {
    (StdRc::into_raw(Rc::into_std(rc)), RawRegion(PhantomData))
}

/// Puts a pointer together.
///
/// # Safety
///
/// 1. `region` and `pointer` are from one call of [`into_raw_parts`], and `pointer` was at most unsized.
#[expect(clippy::needless_pass_by_value, reason = "it is used up")]
#[must_use]
#[inline]
pub unsafe fn out_of_raw_parts<T: ?Sized>(region: RawRegion<'_>, pointer: *const T) -> Rc<'_, T> {
    let RawRegion(_) = region;
    // SAFETY: clause 1: it is from `into_raw`, by way of an unsizing coercion, as
    // [`Rc::from_raw`](https://doc.rust-lang.org/1.95.0/std/rc/struct.Rc.html#method.from_raw) permits: "If `U` is
    // unsized, its data pointer must have the same size and alignment as `T`. This is trivially true if
    // `Rc<U>` was constructed through `Rc<T>` and then converted to `Rc<U>` through an unsized coercion."
    let inner = unsafe { StdRc::from_raw(pointer) };
    // INVARIANT: 1. The same brand.
    Rc::wrap(inner)
}
