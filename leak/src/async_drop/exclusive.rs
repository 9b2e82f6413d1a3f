//! Types that are to be destroyed asynchronously only.

use super::place::{Doomed, Pinning};
use super::traits::AsyncDestruct;
use core::any::type_name;
use core::fmt;
use core::future::Future;
use core::mem::ManuallyDrop;
use core::ops::{Deref, DerefMut};

/// Reports that a value was dropped that should have been destroyed asynchronously: panics, unless
/// the thread is panicking already.
///
/// [`#[must_async_drop]`](macro@super::must_async_drop) writes a `Drop` impl that calls it. In a
/// `Drop` impl of your own, call it after you have done what can be done synchronously.
///
/// ```
/// # use leak::async_drop::{AsyncDrop, dropped_synchronously};
/// # use core::pin::Pin;
/// #[derive(AsyncDrop)]
/// struct Session;
/// # impl AsyncDrop for Session { async fn async_drop(self: Pin<&mut Self>) {} }
///
/// impl Drop for Session {
///     fn drop(&mut self) {
///         // Close the socket, then:
///         dropped_synchronously::<Self>();
///     }
/// }
///
/// assert!(std::panic::catch_unwind(|| drop(Session)).is_err());
/// ```
///
/// # Panics
///
/// Always, but while the thread is panicking. Without the feature `std`, nobody knows whether it
/// is.
#[track_caller]
pub fn dropped_synchronously<T: ?Sized>() {
    #[cfg(feature = "std")]
    if std::thread::panicking() {
        return;
    }
    panic!(
        "a value of type `{}` was dropped synchronously, but must be destroyed asynchronously, as in \
         `async_drop(value).await`",
        type_name::<T>()
    );
}

/// A value that can't be dropped: code in which it could be doesn't compile.
///
/// It goes by [`async_drop`](super::async_drop), or [`into_inner`](Self::into_inner), and no other
/// way.
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
/// The error comes up when code is generated: `cargo check` doesn't see it, and it names the type,
/// and not the place where it would be dropped.
///
/// It is stricter than one would wish. The compiler generates a drop on every path out, and that
/// includes panics and cancellation. So between the creation and the end of a `Linear` there may be
/// no call that could unwind, no `?`, and no `await`; it can't lie in a collection or in a field of
/// another destructor; and which calls "could unwind" depends on optimisation. For all else there
/// is the bomb, [`#[must_async_drop]`](macro@super::must_async_drop), which reports when it
/// happens.
///
/// Forgetting it is possible, as forgetting anything.
///
/// From the text on the destruction guarantee: "turning drop invocations into compiler errors".
pub struct Linear<T>(ManuallyDrop<T>);

impl<T> Linear<T> {
    /// From now on, it must not be dropped.
    #[must_use]
    pub const fn new(value: T) -> Self {
        Self(ManuallyDrop::new(value))
    }

    /// The value, without the protection.
    #[must_use]
    pub fn into_inner(self) -> T {
        let mut this = ManuallyDrop::new(self);
        // SAFETY: `this` isn't used or dropped afterwards.
        unsafe { ManuallyDrop::take(&mut this.0) }
    }

    const DROPPED: () = panic!(
        "a `Linear` would be dropped here. Destroy it with `async_drop(value).await`, or take it apart with \
         `into_inner`, on every path; a path is also a call that may panic, a `?`, or an `await`"
    );
}

impl<T> Drop for Linear<T> {
    fn drop(&mut self) {
        let () = Self::DROPPED;
    }
}

impl<T: AsyncDestruct> AsyncDestruct for Linear<T> {
    fn async_destruct(self) -> impl Future<Output = ()> + Send {
        self.into_inner().async_destruct()
    }

    fn __unsafe_glue<P: Pinning>(place: Doomed<'_, Self, P>) -> impl Future<Output = ()> + Send {
        place.into_inner().async_destruct()
    }
}

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
