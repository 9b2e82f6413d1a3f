//! Dropping it doesn't compile.

use crate::Leak;
use core::fmt;
use core::mem::ManuallyDrop;
use core::ops::{Deref, DerefMut};

/// A value that can't be dropped: code in which it could be doesn't compile.
///
/// It ends by [`into_inner`](Self::into_inner), or by [`async_drop`](crate::async_drop::async_drop), and no other way.
///
/// ```
/// use leak::linear::Linear;
///
/// fn close(name: String) -> usize {
///     let name = Linear::new(name);
///     let name = name.into_inner();
///     name.len()
/// }
/// assert_eq!(close(String::from("ann")), 3);
/// ```
///
/// ```compile_fail,E0080
/// # use leak::linear::Linear;
/// fn close(name: String) {
///     let name = Linear::new(name);
///     // forgotten
/// }
/// # close(String::new());
/// ```
///
/// With an asynchronous destructor:
///
/// ```
/// use leak::async_drop::{Linear, async_drop};
///
/// async fn close(name: String) {
///     let name = Linear::new(name);
///     async_drop(name).await;
/// }
/// # smol::block_on(close(String::new()));
/// ```
///
/// ```compile_fail,E0080
/// # use leak::async_drop::{Linear, async_drop};
/// async fn close(name: String) {
///     let name = Linear::new(name);
///     // forgotten
/// }
/// # smol::block_on(close(String::new()));
/// ```
///
/// It is [stricter than one would wish](crate::linear#stricter-than-one-would-wish): between the creation and the end of a `Linear`
/// there may be no call that could unwind, no `?`, and no `await`, and it can't lie in a collection or in a field of a type with
/// a destructor. For all else there is the [`Bomb`](super::Bomb), which reports when it happens, and, for asynchronous
/// destructors, [`#[must_async_drop]`](macro@crate::async_drop::must_async_drop).
///
/// Forgetting it is possible, as forgetting anything.
///
/// From the text on the destruction guarantee: "turning drop invocations into compiler errors".
pub struct Linear<T>(ManuallyDrop<T>);

impl<T> Linear<T> {
    /// From now on, it must not be dropped.
    ///
    /// ```
    /// let seven = leak::linear::Linear::new(7);
    /// assert_eq!(seven.into_inner(), 7);
    /// ```
    #[must_use]
    pub const fn new(value: T) -> Self {
        Self(ManuallyDrop::new(value))
    }

    /// The value, without the protection.
    ///
    /// See [`new`](Self::new) for an example.
    #[must_use]
    pub fn into_inner(self) -> T {
        let mut this = ManuallyDrop::new(self);
        // SAFETY: `this` isn't used or dropped afterwards.
        unsafe { ManuallyDrop::take(&mut this.0) }
    }

    /// Changes the value, and protects what it became.
    ///
    /// While `change` runs, the value is as any other: a panic drops it.
    ///
    /// ```
    /// use leak::linear::Linear;
    ///
    /// let name = Linear::new(String::from("ann"));
    /// let length = name.map(|name| name.len()); // may panic, for all that the compiler knows
    /// assert_eq!(length.into_inner(), 3);
    /// ```
    ///
    /// # Panics
    ///
    /// If `change` does.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Linear<U> {
        Linear::new(change(self.into_inner()))
    }

    const DROPPED: () = panic!(
        "a `Linear` would be dropped here. Take it apart with `into_inner`, or destroy it with \
         `async_drop(value).await`, on every path; a path is also a call that may panic, a `?`, or an `await`"
    );
}

impl<T> Drop for Linear<T> {
    fn drop(&mut self) {
        let () = Self::DROPPED;
    }
}

impl Linear<()> {
    /// Ends what this stands for: for a field that marks its struct as linear. See the [module](super).
    pub const fn end(self) {
        #[expect(clippy::mem_forget, reason = "it can't be dropped")]
        core::mem::forget(self);
    }
}

// SAFETY: 1. and 2. Nothing rests on its own destructor, which is never generated, and it owns its content and no more.
unsafe impl<T: Leak> Leak for Linear<T> {}

impl<T> Deref for Linear<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Linear<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T: fmt::Debug> fmt::Debug for Linear<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Linear").field(&**self).finish()
    }
}
