//! Who is running.

use core::cell::Cell;
use core::num::NonZero;
use core::ptr;
use core::sync::atomic::{AtomicU64, Ordering};
use std::sync::Arc;

use super::heap::Heap;

/// The name of an owner. No two owners ever have the same, also if one is gone.
pub(super) type Id = NonZero<u64>;

/// A name that nobody has.
///
/// # Panics
///
/// If there is none left, which takes some centuries.
pub(super) fn new_id() -> Id {
    static LAST: AtomicU64 = AtomicU64::new(0);
    next(&LAST)
}

fn next(last: &AtomicU64) -> Id {
    // Relaxed: all that matters is that no two get the same.
    last.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |last| {
        last.checked_add(1)
    })
    .ok()
    .and_then(|last| Id::new(last + 1))
    .expect("there is a name left")
}

/// Who is running on this thread.
///
/// # Invariants
///
/// 1. `heap` is null, or points to the `Arc` of a heap whose id is `id`, which is alive: its [`Enter`] is further down
///    the stack.
/// 2. If it is not null, this is the only thread where it is, so whoever sees its id here may do what
///    the owner may.
#[derive(Clone, Copy)]
struct Running {
    id: u64,
    heap: *const Arc<Heap>,
}

std::thread_local! {
    /// Without a destructor, so it is there until the thread is gone.
    static RUNNING: Cell<Running> = const { Cell::new(Running { id: 0, heap: ptr::null() }) };
}

/// The id of the owner that is running on this thread; 0 if there is none.
#[inline]
pub(super) fn running() -> u64 {
    RUNNING.with(|running| running.get().id)
}

/// The heap of the owner that is running on this thread.
pub(super) fn running_heap() -> Option<Arc<Heap>> {
    let heap = RUNNING.get().heap;
    // SAFETY: it is null or alive, by invariant 1, and stays so while this call is running, as its `Enter` is further
    // down the stack.
    unsafe { heap.as_ref() }.cloned()
}

/// An owner that is running, from here until it is dropped.
pub(super) struct Enter<'a> {
    before: Running,
    _heap: &'a Arc<Heap>,
}

impl<'a> Enter<'a> {
    /// # Safety
    ///
    /// 1. Until this is dropped, the same heap isn't entered on another thread, and what happens here happens after
    ///    all that was done where it was entered before.
    /// 2. This is dropped before whatever was entered earlier on this thread, so on this thread; and is not forgotten.
    /// 3. The heap isn't retired, and won't be before this is dropped.
    pub(super) unsafe fn new(heap: &'a Arc<Heap>) -> Self {
        let running = Running {
            id: heap.id().get(),
            heap,
        };
        // INVARIANT: 1. Until this is dropped, by clause 2. 2. By clause 1; and no other heap's id is that of this one,
        // by clause 3.
        Self {
            before: RUNNING.replace(running),
            _heap: heap,
        }
    }
}

impl Drop for Enter<'_> {
    fn drop(&mut self) {
        // INVARIANT: 1. and 2. What was running before, is again: its `Enter` is the next one down the stack.
        RUNNING.set(self.before);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_not_used_twice() {
        let (one, two) = (new_id(), new_id());
        assert_ne!(one, two);
    }

    #[test]
    #[should_panic = "there is a name left"]
    fn names_do_not_wrap_around() {
        let last = AtomicU64::new(u64::MAX - 1);
        assert_eq!(next(&last).get(), u64::MAX);
        next(&last);
    }
}
