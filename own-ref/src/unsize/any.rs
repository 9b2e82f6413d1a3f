//! Owned references to values of any type.

use crate::Own;
use core::any::Any;

mod sealed {
    #[expect(
        unnameable_types,
        reason = "sealed: `downcast` rests on `type_id` being that of `Any`"
    )]
    pub trait Sealed {
        fn is_a<T: super::Any>(&self) -> bool;
    }
}

/// `dyn Any`, `dyn Any + Send` and `dyn Any + Send + Sync`.
///
/// # Examples
///
/// See [`Own::downcast`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be downcast",
    note = "`Own::downcast` takes an owned `dyn Any`, `dyn Any + Send` or `dyn Any + Send + Sync`"
)]
pub trait DynAny: sealed::Sealed {}

macro_rules! dyn_any {
    ($($any:ty),+) => {$(
        impl sealed::Sealed for $any {
            fn is_a<T: Any>(&self) -> bool {
                self.is::<T>()
            }
        }

        impl DynAny for $any {}
    )+};
}

dyn_any!(dyn Any, dyn Any + Send, dyn Any + Send + Sync);

impl<'a, A: ?Sized + DynAny> Own<'a, A> {
    /// The value as a `T`, if it is one.
    ///
    /// # Errors
    ///
    /// If it is of another type. The value comes back then.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::any::Any;
    /// use own_ref::{Own, Slot, unsize};
    ///
    /// let mut slot = Slot::new();
    /// let any: Own<'_, dyn Any + Send> = unsize!(slot.put(7_u8) => dyn Any + Send);
    /// let Err(any) = Own::downcast::<i8>(any) else { unreachable!("not an i8") };
    /// assert!(Own::downcast::<u8>(any).is_ok_and(|byte| *byte == 7));
    /// ```
    pub fn downcast<T: Any>(this: Self) -> Result<Own<'a, T>, Self> {
        if !this.is_a::<T>() {
            return Err(this);
        }
        let value = Self::into_raw(this).cast::<T>();
        // SAFETY: 1. it is a `T`, checked: the trait is sealed, and its implementations ask `Any`.
        // Otherwise as for `this`. 2. as for `this`.
        Ok(unsafe { Own::from_raw(value) })
    }
}
