//! Dropping it panics.

use crate::Leak;
use core::any::type_name;
use core::fmt;
use core::mem::ManuallyDrop;
use core::ops::{Deref, DerefMut};

/// A value that must not be dropped: it panics then.
///
/// The fallback for where [`Linear`](super::Linear) is too strict: it may lie in collections, and be alive while
/// something panics. It has no field but the value.
///
/// ```
/// use leak::linear::Bomb;
///
/// let names = vec![Bomb::new("ann"), Bomb::new("bob")];
/// let lengths = names.into_iter().map(|name| name.into_inner().len()).sum::<usize>();
/// assert_eq!(lengths, 6);
///
/// assert!(std::panic::catch_unwind(|| drop(Bomb::new("eve"))).is_err());
/// ```
///
/// The value itself is dropped nevertheless, after the panic has begun; so nothing is lost but the way that it should have
/// gone.
///
/// # Panics
///
/// When it is dropped, unless the thread is panicking already: then the paths that should have
/// ended it were cut short by that. Without the feature `std`, nobody knows whether it is.
#[must_use = "it goes off when it is dropped"]
pub struct Bomb<T>(T);

impl<T> Bomb<T> {
    /// From now on, it must not be dropped.
    ///
    /// ```
    /// let seven = leak::linear::Bomb::new(7);
    /// assert_eq!(seven.into_inner(), 7);
    /// ```
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value, without the bomb.
    ///
    /// See [`new`](Self::new) for an example.
    #[must_use]
    pub fn into_inner(self) -> T {
        let this = ManuallyDrop::new(self);
        // SAFETY: `this` is valid, and isn't used or dropped afterwards.
        unsafe { core::ptr::read(&raw const this.0) }
    }

    /// Changes the value.
    ///
    /// While `change` runs, the value is as any other: a panic drops it.
    ///
    /// ```
    /// let length = leak::linear::Bomb::new("ann").map(str::len);
    /// assert_eq!(length.into_inner(), 3);
    /// ```
    ///
    /// # Panics
    ///
    /// If `change` does.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Bomb<U> {
        Bomb::new(change(self.into_inner()))
    }
}

impl<T> Drop for Bomb<T> {
    #[track_caller]
    fn drop(&mut self) {
        #[cfg(feature = "std")]
        if std::thread::panicking() {
            return;
        }
        panic!(
            "a `Bomb` with a value of type `{}` was dropped; take the value out with `into_inner`, on every path",
            type_name::<T>()
        );
    }
}

impl Bomb<()> {
    /// Ends what this stands for: for a field that marks its struct as linear.
    ///
    /// ```
    /// let bomb = leak::linear::Bomb::new(());
    /// bomb.end();
    /// ```
    pub const fn end(self) {
        #[expect(clippy::mem_forget, reason = "it must not be dropped")]
        core::mem::forget(self);
    }
}

// SAFETY: 1. and 2. Nothing rests on its own destructor, and it owns its content and no more.
unsafe impl<T: Leak> Leak for Bomb<T> {}

impl<T> Deref for Bomb<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Bomb<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T: fmt::Debug> fmt::Debug for Bomb<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Bomb").field(&self.0).finish()
    }
}
