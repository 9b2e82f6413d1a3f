//! Asynchronous destructors of erased types.

use super::by_value::destructor;
use super::place::Undated;
use super::slot::Slot;
use super::traits::AsyncDestruct;
use alloc::boxed::Box;
use core::cell::UnsafeCell;
use core::fmt;
use core::future::Future;
use core::marker::PhantomPinned;
use core::ops::{Deref, DerefMut};
use core::pin::Pin;
#[cfg(feature = "std")]
use core::ptr::NonNull;
use core::task::{Context, Poll, ready};

/// Asynchronous destruction without knowing the type: what `dyn` has in place of [`AsyncDestruct`].
///
/// A destructor is a future, and its size is part of the type that is erased. So the room for it
/// lies beside the value: [`poll_drop`] makes a [`PollDrop`], which implements this trait. Boxed
/// and erased, it is one allocation.
///
/// ```
/// use leak::async_drop::{AsyncDestruct, PollDestruct, PollDrop, async_drop_boxed, poll_drop};
///
/// trait Connection: PollDestruct + Send {
///     fn send(&mut self, text: &str);
/// }
///
/// struct Tcp(Vec<u8>);
/// impl AsyncDestruct for Tcp {
///     async fn async_destruct(mut self) {
///         self.0.extend(b"goodbye");
///     }
/// }
///
/// /// The trait is for what is boxed: once for all types, or for each.
/// impl<D: Future<Output = ()> + Send> Connection for PollDrop<Tcp, D> {
///     fn send(&mut self, text: &str) {
///         self.0.extend(text.as_bytes());
///     }
/// }
///
/// let mut connections: Vec<Box<dyn Connection>> = vec![Box::new(poll_drop(Tcp(vec![])))];
/// connections[0].send("hello");
/// smol::block_on(async {
///     for connection in connections {
///         async_drop_boxed(connection).await;
///     }
/// });
/// ```
///
/// `Pin<Box<dyn …>>` of every trait with this one as supertrait, and `Box<dyn PollDestruct +
/// Send>`, have glue: they can be fields and elements of what is destroyed asynchronously.
///
/// The method may be implemented by hand, for a type that keeps the state of its destructor itself.
/// Dropping a value midway must then drop the rest.
///
/// From the text: `PollDestruct`, its proposal for trait objects.
pub trait PollDestruct {
    /// Begins to destroy the value, or goes on with it. Ready when it is gone, and whenever it is
    /// polled after that.
    fn poll_destruct(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()>;
}

/// A value beside the room for its destructor. [`poll_drop`] makes one.
///
/// It derefs to the value. Dropping it drops the value, or what is left of it.
///
/// # Panics
///
/// Looking at the value panics once its destruction has begun.
///
/// # Invariants
///
/// 1. If there is a `destructor`, it owns the value of `slot`, this is pinned, and it is dropped
///    before `slot` is.
pub struct PollDrop<T, D> {
    /// In a cell, as the value in its slot is, and for the same reason: a destructor refers to its
    /// own parts, too, and `Deref` makes shared references to all of this.
    destructor: UnsafeCell<Option<D>>,
    make: fn(Undated<T>) -> D,
    slot: Slot<T>,
    /// The destructor refers to the slot (refused:
    /// `fail/leak/async_drop_bounds/moved_while_it_is_destroyed`).
    _pinned: PhantomPinned,
}

/// Puts a value beside room for its destructor, so that it can be erased. See [`PollDestruct`].
#[must_use]
pub fn poll_drop<T: AsyncDestruct>(value: T) -> PollDrop<T, impl Future<Output = ()> + Send> {
    // INVARIANT: 1: there is none yet.
    PollDrop {
        destructor: UnsafeCell::new(None),
        make: destructor::<T>,
        slot: Slot::new(value),
        _pinned: PhantomPinned,
    }
}

// SAFETY: shared, it gives shared access to the value. The destructor is reached through `&mut` only.
unsafe impl<T: Sync, D: Sync> Sync for PollDrop<T, D> {}

impl<T, D: Future<Output = ()>> PollDestruct for PollDrop<T, D> {
    fn poll_destruct(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        // SAFETY: nothing is moved out: `slot` stays for good, `destructor` is set and cleared in
        // its place.
        let this = unsafe { self.get_unchecked_mut() };
        if this.slot.is_here() {
            // SAFETY: 1. The value was there, and isn't afterwards. 2. `this` is pinned. 3. It goes
            // to `destructor`. 4. `poll_drop` asks for it, and nobody else makes a `PollDrop`.
            let place = unsafe { this.slot.doom() };
            // SAFETY: 1. The memory is that of `this`, and `destructor` is gone before that. 2. It
            // goes there.
            let place = unsafe { Undated::new(place) };
            // INVARIANT: 1: fields are dropped in order.
            *this.destructor.get_mut() = Some((this.make)(place));
        }
        if let Some(destructor) = this.destructor.get_mut() {
            // SAFETY: it is a field of a pinned value, and stays where it is.
            let destructor = unsafe { Pin::new_unchecked(destructor) };
            ready!(destructor.poll(cx));
            *this.destructor.get_mut() = None;
        }
        Poll::Ready(())
    }
}

#[cfg(feature = "std")]
impl<T, D> PollDrop<T, D> {
    /// Where the value lies.
    ///
    /// # Safety
    ///
    /// 1. `this` points to a live one.
    pub(crate) unsafe fn slot(this: NonNull<Self>) -> NonNull<Slot<T>> {
        // SAFETY: in bounds by clause 1.
        let slot = unsafe { &raw mut (*this.as_ptr()).slot };
        // SAFETY: part of something that isn't null.
        unsafe { NonNull::new_unchecked(slot) }
    }
}

pub(crate) const GONE: &str = "the asynchronous destruction of the value has begun";

impl<T, D> PollDrop<T, D> {
    /// The value of a pinned one.
    ///
    /// # Panics
    ///
    /// Once its destruction has begun.
    #[must_use]
    pub fn value_mut(self: Pin<&mut Self>) -> &mut T
    where
        T: Unpin,
    {
        // SAFETY: nothing is moved out, and the value need not stay.
        let this = unsafe { self.get_unchecked_mut() };
        this.value_here()
    }
}

impl<T, D> PollDrop<T, D> {
    /// The value, if it is here. Asked by a shared reference first: a `&mut` to the slot would claim a value that its
    /// destructor owns. (One to `self` claims nothing, as it isn't `Unpin`.)
    fn value_here(&mut self) -> &mut T {
        assert!(self.slot.is_here(), "{GONE}");
        self.slot.get_mut().expect(GONE)
    }
}

impl<T, D> Deref for PollDrop<T, D> {
    type Target = T;

    fn deref(&self) -> &T {
        self.slot.get().expect(GONE)
    }
}

impl<T, D> DerefMut for PollDrop<T, D> {
    fn deref_mut(&mut self) -> &mut T {
        self.value_here()
    }
}

impl<T: fmt::Debug, D> fmt::Debug for PollDrop<T, D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PollDrop").field(&self.slot.get()).finish()
    }
}

/// Destroys a boxed value asynchronously, whatever its type.
///
/// Like [`async_drop`](super::async_drop), which takes it too if it is `Pin<Box<dyn …>>` and
/// `Send`. Dropped midway, it drops what is left of the value.
pub fn async_drop_boxed<P: PollDestruct + ?Sized>(
    value: impl Into<Pin<Box<P>>>,
) -> AsyncDropBoxed<P> {
    AsyncDropBoxed {
        value: Some(value.into()),
    }
}

/// The future of [`async_drop_boxed`].
#[must_use = "futures do nothing unless polled"]
pub struct AsyncDropBoxed<P: ?Sized> {
    value: Option<Pin<Box<P>>>,
}

impl<P: PollDestruct + ?Sized> Future for AsyncDropBoxed<P> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if let Some(value) = &mut self.value {
            ready!(value.as_mut().poll_destruct(cx));
            self.value = None;
        }
        Poll::Ready(())
    }
}

impl<P: ?Sized> fmt::Debug for AsyncDropBoxed<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AsyncDropBoxed")
            .field("done", &self.value.is_none())
            .finish()
    }
}
