//! Values on the heap, of one type known or erased.

use super::glue;
use crate::async_drop::glue::{Before, each};
use crate::async_drop::place::Doomed;
use crate::async_drop::{AsyncDestruct, PollDestruct};
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::future::poll_fn;
use core::mem::ManuallyDrop;
use core::pin::Pin;
use core::ptr::{self, NonNull};

/// The memory of a box whose content belongs to somebody else.
///
/// # Invariants
///
/// 1. The pointer is from `Box::into_raw`, and the memory belongs to this.
struct Memory<T: ?Sized>(NonNull<T>);

// SAFETY: it is memory; the content is not touched.
unsafe impl<T: ?Sized + Send> Send for Memory<T> {}

impl<T: ?Sized> Memory<T> {
    /// # Safety
    ///
    /// 1. Nobody has seen the content pinned, or `T` is `Unpin`.
    /// 2. Whoever gets the second value doesn't forget it.
    /// 3. `T` is `Send`.
    unsafe fn of<'a>(content: Box<T>) -> (Self, Doomed<'a, T>) {
        let pointer = Box::into_raw(content);
        // SAFETY: `Box::into_raw` never returns null.
        let pointer = unsafe { NonNull::new_unchecked(pointer) };
        // SAFETY: 1. Live, and the memory stays for as long as the first value, which is dropped
        // after this one by callers. 2. Nobody else has it. 3. to 5. Our clauses.
        let content = unsafe { Doomed::new(pointer) };
        // INVARIANT: 1.
        (Self(pointer), content)
    }
}

impl<T: ?Sized> Drop for Memory<T> {
    fn drop(&mut self) {
        // Frees the memory, and drops nothing.
        let memory = self.0.as_ptr() as *mut ManuallyDrop<T>;
        // SAFETY: invariant 1; `ManuallyDrop` is transparent.
        drop(unsafe { Box::from_raw(memory) });
    }
}

glue!([T: AsyncDestruct] Box<T>, plain if T::__IS_PLAIN, |place| {
    let content: Box<T> = place.unpin().into_inner();
    // SAFETY: 1. A `Box`, unlike a `Pin<Box>`, shows nobody its content pinned. 2. The glue doesn't forget it.
    // 3. By its bound.
    let (memory, content) = unsafe { Memory::of(content) };
    Before { destructor: T::__unsafe_glue(content), behind: memory }
});

glue!([T: AsyncDestruct] Box<[T]>, plain if T::__IS_PLAIN, |place| {
    let content: Box<[T]> = place.unpin().into_inner();
    // SAFETY: as for `Box<T>`.
    let (memory, content) = unsafe { Memory::of(content) };
    each(content, memory)
});

glue!([T: AsyncDestruct] Vec<T>, plain if T::__IS_PLAIN, |place| {
    // SAFETY: `Vec` shows nobody its elements, or itself, pinned
    // (https://doc.rust-lang.org/1.95.0/std/pin/index.html: a type without pinned projections may be used as unpinned).
    let mut values: Vec<T> = unsafe { place.take() };
    let content = ptr::slice_from_raw_parts_mut(values.as_mut_ptr(), values.len());
    // SAFETY: no more than it was, and of no elements nothing is asked.
    unsafe { values.set_len(0) };
    // SAFETY: a `Vec` never has a null pointer.
    let content = unsafe { NonNull::new_unchecked(content) };
    // SAFETY: 1. They are live. The memory stays: it is freed with `values`, behind this. 2. The `Vec` has forgotten
    // them. 3. A `Vec` shows nobody its elements pinned. 4. The glue doesn't forget them. 5. By their bound.
    let content: Doomed<'_, [T]> = unsafe { Doomed::new(content) };
    each(content, values)
});

glue!([D: PollDestruct + ?Sized + Send] Pin<Box<D>>, plain if false, |place| async {
    let mut content: Pin<Box<D>> = place.unpin().into_inner();
    poll_fn(|cx| content.as_mut().poll_destruct(cx)).await;
});

/// The erased forms that need no `Pin` around them: what isn't pinned yet is pinned here.
macro_rules! erased {
    ($($ty:ty),*) => {
        $(glue!(['a] Box<$ty>, plain if false, |place| async {
            let mut content = Box::into_pin(place.unpin().into_inner());
            poll_fn(|cx| content.as_mut().poll_destruct(cx)).await;
        });)*
    };
}
erased!(
    dyn PollDestruct + Send + 'a,
    dyn PollDestruct + Send + Sync + 'a
);
