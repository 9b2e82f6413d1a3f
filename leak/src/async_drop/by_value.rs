//! Values that lie in the future that destroys them.

use super::place::{Doomed, Fresh, Undated};
use super::traits::AsyncDestruct;
use core::cell::UnsafeCell;
use core::future::Future;
use core::marker::PhantomPinned;
use core::mem::{ManuallyDrop, MaybeUninit};
use core::pin::Pin;
use core::ptr::NonNull;
use core::task::{Context, Poll, ready};

/// What impls with glue have for [`AsyncDestruct::async_destruct`]: keeps the value in the future,
/// and destroys it there.
#[inline]
pub fn by_value<T: AsyncDestruct>(value: T) -> impl Future<Output = ()> + Send {
    // INVARIANT: 1. and 4.
    ByValue {
        stage: Stage::Here,
        value: UnsafeCell::new(ManuallyDrop::new(value)),
        room: room(destructor::<T>),
        _pinned: PhantomPinned,
    }
}

/// The glue's future, in a type that doesn't say for how long the memory stays: whoever has it in a
/// field has no name for that. An `async` block hides the lifetime.
#[expect(
    clippy::manual_async_fn,
    reason = "that it is `Send` is part of the signature"
)]
#[inline]
pub(crate) fn destructor<T: AsyncDestruct>(place: Undated<T>) -> impl Future<Output = ()> + Send {
    async move {
        // SAFETY: 1. It goes into this future, which is gone before the memory is: that was promised
        // to who made `place`. 2. It goes to glue, and that is awaited.
        let place = unsafe { place.dated() };
        T::__unsafe_glue(place).await;
    }
}

/// Room for the future of a function, which is not called.
fn room<T, R>(_: fn(Undated<T>) -> R) -> MaybeUninit<R> {
    MaybeUninit::uninit()
}

/// How far it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Here,
    Going,
    Gone,
}

/// A value, and room for its destructor. Ready again when it is polled after its completion.
///
/// The destructor is the future of the glue, whose type says for how long it refers to the value: a
/// lifetime that a field can't name. So it isn't a field: it is put into the room, which is that of a
/// type that contains it (see [`destructor`]), and every access infers its type anew, from the
/// function that made it. (As a field, the `async` block that hides the lifetime would be one more
/// state to look at in each poll.)
///
/// # Invariants
///
/// 1. `Here`: `value` is live and belongs to this; there is no destructor.
/// 2. `Going`: in `room` there is a destructor, made by `T::__unsafe_glue::<Fresh>`, and the value
///    belongs to it; this is pinned.
/// 3. `Gone`: there is neither.
/// 4. `room` is large enough for a destructor, and aligned. [`as_destructor`] checks it.
struct ByValue<T: AsyncDestruct, R> {
    stage: Stage,
    /// In a cell, so that a reference to this claims nothing about a value that its destructor is
    /// just changing.
    value: UnsafeCell<ManuallyDrop<T>>,
    room: MaybeUninit<R>,
    /// The destructor refers to the value, and to itself.
    _pinned: PhantomPinned,
}

// SAFETY: it owns the value, which is `Send`, or a destructor, which is `Send`, too, by the
// declaration of the glue.
unsafe impl<T: AsyncDestruct, R> Send for ByValue<T, R> {}
// SAFETY: shared, it gives access to nothing.
unsafe impl<T: AsyncDestruct, R> Sync for ByValue<T, R> {}

/// A pointer to the room, as one to what the function returns.
fn as_destructor<'a, T: AsyncDestruct + 'a, R, D>(
    room: *mut MaybeUninit<R>,
    _: impl FnOnce(Doomed<'a, T>) -> D,
) -> *mut D {
    const {
        assert!(
            size_of::<D>() <= size_of::<R>() && align_of::<D>() <= align_of::<R>(),
            "a future is not smaller than one that it awaits"
        );
    }
    room.cast()
}

impl<T: AsyncDestruct, R> ByValue<T, R> {
    /// Makes the destructor, if there is a value.
    ///
    /// # Safety
    ///
    /// 1. It isn't going.
    /// 2. `self` is pinned.
    #[inline]
    unsafe fn begin(&mut self) {
        if self.stage == Stage::Gone {
            return;
        }
        // INVARIANT: 3: the value goes to `place`.
        self.stage = Stage::Gone;
        let value = NonNull::from(&mut **self.value.get_mut());
        // SAFETY: 1. It was here (invariant 1, and our clause 1). The memory is `self`, which is
        // pinned (clause 2), and drops the destructor before it is gone. 2. `self` doesn't touch it
        // any more. 3. It was put here by value, and shown to nobody. 4. It goes to glue. 5. By its
        // bound.
        let place = unsafe { Doomed::new(value) };
        let destructor = as_destructor(&raw mut self.room, T::__unsafe_glue::<Fresh>);
        // SAFETY: there is room (invariant 4).
        unsafe { destructor.write(T::__unsafe_glue(place)) };
        // INVARIANT: 2.
        self.stage = Stage::Going;
    }

    /// Drops the destructor. (Not inlined: then `poll` needs fewer registers, each time.)
    ///
    /// # Safety
    ///
    /// 1. It is going.
    #[inline(never)]
    unsafe fn end(&mut self) {
        // INVARIANT: 3: it is dropped now, also if that panics.
        self.stage = Stage::Gone;
        let destructor = as_destructor(&raw mut self.room, T::__unsafe_glue::<Fresh>);
        // SAFETY: there was one (invariant 2, by clause 1), of that type, and it isn't used again.
        unsafe { destructor.drop_in_place() };
    }
}

impl<T: AsyncDestruct, R> Future for ByValue<T, R> {
    type Output = ();

    #[inline]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        // SAFETY: nothing is moved out: `value` stays for good, the destructor is written and
        // dropped in its place.
        let this = unsafe { self.get_unchecked_mut() };
        if this.stage != Stage::Going {
            seldom();
            // SAFETY: 1. It isn't. 2. It is.
            unsafe { this.begin() };
            if this.stage == Stage::Gone {
                return Poll::Ready(());
            }
        }
        let destructor = as_destructor(&raw mut this.room, T::__unsafe_glue::<Fresh>);
        // SAFETY: there is one (invariant 2), of that type.
        let destructor = unsafe { &mut *destructor };
        // SAFETY: it is part of a pinned value, and stays where it is.
        ready!(unsafe { Pin::new_unchecked(destructor) }.poll(cx));
        if T::__UNSAFE_ENDS_EMPTY {
            // INVARIANT: 3: to drop the destructor would do nothing, so that it is as good as dropped,
            // for its pin, too.
            this.stage = Stage::Gone;
        } else {
            // SAFETY: 1. It was polled just now.
            unsafe { this.end() };
        }
        Poll::Ready(())
    }
}

/// Tells the compiler that its caller seldom comes here.
#[cold]
#[inline]
fn seldom() {}

impl<T: AsyncDestruct, R> Drop for ByValue<T, R> {
    #[inline]
    fn drop(&mut self) {
        match self.stage {
            // SAFETY: it is live and ours (invariant 1), and not used again.
            Stage::Here => unsafe { ManuallyDrop::drop(self.value.get_mut()) },
            // SAFETY: 1. It is.
            Stage::Going => unsafe { self.end() },
            Stage::Gone => {}
        }
    }
}
