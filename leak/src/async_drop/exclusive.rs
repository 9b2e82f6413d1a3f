//! Types that are to be destroyed asynchronously only.

use super::place::{Doomed, Pinning};
use super::traits::AsyncDestruct;
use crate::linear::Linear;
use core::any::type_name;
use core::future::Future;

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

impl<T: AsyncDestruct> AsyncDestruct for Linear<T> {
    fn async_destruct(self) -> impl Future<Output = ()> + Send {
        self.into_inner().async_destruct()
    }

    fn __unsafe_glue<P: Pinning>(place: Doomed<'_, Self, P>) -> impl Future<Output = ()> + Send {
        place.into_inner().async_destruct()
    }
}
