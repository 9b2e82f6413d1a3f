//! The place inside a pinned value.

use super::Scope;
use super::scope::{RawScope, Teardown};
use crate::Leak;
use core::fmt;
use core::marker::PhantomPinned;
use core::pin::Pin;

/// A pinned value together with the guards and threads that borrow it.
///
/// [`scope`](crate::scope) and [`#[framed]`](macro@crate::framed) need a function that doesn't
/// return before the lending is over. An `async fn` returns at every `.await`, and its future may
/// be forgotten in between. Here all that is lent lies inside the place, which is pinned: its
/// memory stays as it is until its destructor has run, and the destructor ends all lendings. A
/// forgotten future leaks the memory together with what borrows it, and nothing dangles.
///
/// That is also why `D: 'static`: what a forgotten place borrowed from elsewhere would end
/// without it.
///
/// The destructor waits for the threads, which blocks. Tell them to stop first. A thread that drops
/// its own place, because it has the last pointer to it, waits for itself for ever.
///
/// # Examples
///
/// A device reads into the value's buffer while the future that owns it is polled, dropped or
/// forgotten.
///
/// ```
/// use leak::PinScope;
/// use std::pin::pin;
/// use std::sync::Mutex;
/// use std::sync::atomic::{AtomicBool, Ordering};
///
/// struct Read {
///     buffer: Mutex<[u8; 4]>,
///     done: AtomicBool,
/// }
///
/// async fn read() -> [u8; 4] {
///     let place = pin!(PinScope::new(Read { buffer: Mutex::default(), done: false.into() }));
///     place.as_ref().with(|read, s| {
///         s.spawn(|| {
///             if let Ok(mut buffer) = read.buffer.lock() {
///                 buffer.copy_from_slice(b"data");
///             }
///             read.done.store(true, Ordering::Release);
///         })
///         .detach();
///     });
///     while !place.done.load(Ordering::Acquire) {
///         yield_now().await; // the future may be dropped or forgotten here
///     }
///     place.buffer.lock().map_or([0; 4], |buffer| *buffer)
/// }
/// # async fn yield_now() {
/// #     let mut yielded = false;
/// #     std::future::poll_fn(move |cx| {
/// #         if std::mem::replace(&mut yielded, true) { return std::task::Poll::Ready(()) }
/// #         cx.waker().wake_by_ref();
/// #         std::task::Poll::Pending
/// #     }).await
/// # }
/// # let mut cx = std::task::Context::from_waker(std::task::Waker::noop());
/// # let mut future = pin!(read());
/// # loop {
/// #     if let std::task::Poll::Ready(data) = future.as_mut().poll(&mut cx) {
/// #         assert_eq!(&data, b"data");
/// #         break;
/// #     }
/// # }
/// ```
pub struct PinScope<D: 'static> {
    // The order of the fields doesn't matter: `drop` tears down before any field is dropped.
    raw: RawScope,
    data: D,
    /// The threads hold `&D` while the place itself is behind a `&mut`, in a future that is polled
    /// and in `drop`. `Unpin` would let the compiler take that `&mut` for the only pointer to the
    /// data, and let safe code move the place:
    /// `trybuild-tests/tests/ui/fail/leak/pin_scope/moved_while_lent.rs`.
    _pinned: PhantomPinned,
}

impl<D: 'static> PinScope<D> {
    /// A place that is not pinned yet, with nothing in it.
    ///
    /// # Examples
    ///
    /// ```
    /// let place = std::pin::pin!(leak::PinScope::new(0));
    /// assert_eq!(**place.as_ref(), 0);
    /// ```
    #[must_use]
    pub fn new(data: D) -> Self {
        Self {
            raw: RawScope::new(),
            data,
            _pinned: PhantomPinned,
        }
    }

    /// Lends the data to guards and threads.
    ///
    /// They stay until the place is dropped or [finished](Self::finish), not only until `f`
    /// returns: forget or [`detach`](crate::JoinGuard::detach) their handles, which can't leave
    /// the closure. Threads may borrow the data (`'p`) and the scope (`'s`), guards the data only.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::sync::atomic::{AtomicU32, Ordering};
    ///
    /// let mut place = Box::pin(leak::PinScope::new(AtomicU32::new(1)));
    /// for _ in 0..3 {
    ///     place.as_ref().with(|n, s| s.spawn(|| n.fetch_add(1, Ordering::Relaxed)).detach());
    /// }
    /// assert_eq!(*place.as_mut().finish().get_mut(), 4);
    /// ```
    pub fn with<R>(
        self: Pin<&Self>,
        f: impl for<'p, 's> FnOnce(&'p D, &'s Scope<'s, 'p>) -> R,
    ) -> R {
        let this = self.get_ref();
        // SAFETY: 1. `'p` and `'s` are any lifetimes that the closure can imagine, so no more can
        // be done for them than for ones that end when the place is torn down: by `drop`, which
        // pinning promises to run before the memory is used for anything else, or by `finish`. If
        // neither ever runs, the lifetimes never end, and the place stays where it is. 2. What is
        // valid for such a `'p` or `'s` is either in the place or `'static`.
        let scope = unsafe { this.raw.brand() };
        f(&this.data, scope)
    }

    /// Ends all lendings, and gives the data back.
    ///
    /// # Panics
    ///
    /// As [`scope`](crate::scope) does at its end.
    ///
    /// # Examples
    ///
    /// See [`with`](Self::with).
    #[expect(
        clippy::must_use_candidate,
        reason = "ending the lendings may be all that is wanted"
    )]
    pub fn finish(self: Pin<&mut Self>) -> &mut D {
        self.raw.teardown();
        // SAFETY: "you must guarantee that you will never move the data out": only `data` is given
        // out, which isn't pinned structurally, and to which nothing refers after the teardown.
        unsafe { &mut self.get_unchecked_mut().data }
    }
}

impl<D: 'static> Drop for PinScope<D> {
    fn drop(&mut self) {
        // Also when a panic leaves it, the fields are dropped after the teardown is over.
        drop(Teardown(&self.raw));
    }
}

/// Shared access to the data, lent or not.
impl<D: 'static> core::ops::Deref for PinScope<D> {
    type Target = D;

    fn deref(&self) -> &D {
        &self.data
    }
}

impl<D: 'static> fmt::Debug for PinScope<D>
where
    D: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PinScope")
            .field("data", &self.data)
            .finish_non_exhaustive()
    }
}

// SAFETY: 1. and 2. It is `'static`, and what its guards borrow lies in it or is `'static` too. Once
// pinned, a forgotten place stays where it is.
unsafe impl<D: 'static> Leak for PinScope<D> {}
