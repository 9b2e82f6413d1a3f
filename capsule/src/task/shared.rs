//! Values with counts.

use core::mem::ManuallyDrop;
use core::ptr::{self, NonNull};
use core::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::boxed::Box;
use std::sync::Arc;

use super::heap::Heap;
use super::list::Node;
use super::owner;

/// A pointer that counts as one, in [`Node::add`]: strong ones in the lower half, weak ones in the upper.
pub(super) const STRONG: u64 = 1;
pub(super) const WEAK: u64 = 1 << 32;

/// There are always less pointers of one kind to a value, so neither can more of them be pending.
const MOST: u32 = 1 << 31;

/// Who settles.
#[derive(Clone, Copy)]
pub(super) enum Mode {
    /// The owner, which is running on this thread.
    Owned,
    /// Anyone: there is no owner any more.
    Orphaned,
}

/// A value on the heap of an owner.
///
/// # Invariants
///
/// 1. `strong` is the number of strong pointers, those included whose drop is pending. `weak` is that of weak ones, and
///    one more as long as `strong` isn't 0 or the value's destructor is running.
/// 2. As long as the value has an owner, only the owner looks at the counts and changes them, while it is running,
///    so not by atomic operations. When it has none, they are changed by atomic operations, and what the owner did
///    happens before that.
/// 3. The value is there as long as `strong` isn't 0, the memory as long as `weak` isn't.
/// 4. `owner` is the id of `heap`, or of one further on the way by `forward`; so whoever is running under that
///    id is the owner.
#[repr(C)]
pub(super) struct Shared<T> {
    /// First, so that a pointer to it is one to all.
    node: Node,
    /// [`settle_as::<T>`]
    settle: unsafe fn(NonNull<Node>, Mode),
    heap: Arc<Heap>,
    owner: AtomicU64,
    strong: AtomicU32,
    weak: AtomicU32,
    value: ManuallyDrop<T>,
}

/// Moves a value to the heap of the owner that is running, for one strong pointer.
///
/// # Panics
///
/// If there is none.
#[track_caller]
pub(super) fn new<T: Send + 'static>(value: T) -> NonNull<Shared<T>> {
    let Some(heap) = owner::running_heap() else {
        nobody()
    };
    // INVARIANT: 1. One strong pointer. 4. The id of the heap.
    let shared = Box::new(Shared {
        node: Node::new(),
        settle: settle_as::<T>,
        owner: AtomicU64::new(heap.id().get()),
        heap,
        strong: AtomicU32::new(1),
        weak: AtomicU32::new(1),
        value: ManuallyDrop::new(value),
    });
    NonNull::from(Box::leak(shared))
}

#[cold]
#[track_caller]
fn nobody() -> ! {
    panic!("a `task::Rc` is made in a task: wrap its future in `task::InCapsule`")
}

/// Takes the last one back.
///
/// # Safety
///
/// 1. Nobody else looks at the count.
#[cold]
#[inline(never)]
#[track_caller]
unsafe fn too_many(count: *mut u32) -> ! {
    // SAFETY: clause 1.
    unsafe { *count -= 1 };
    panic!("too many pointers to one value")
}

/// The owner of this value isn't running here.
#[cold]
#[track_caller]
pub(super) fn elsewhere() -> ! {
    panic!("a `task::Rc` is used by the task that it was made in only")
}

/// The beginning of every [`Shared`], without the value: what may be looked at, by reference, while the value
/// is changed or destroyed.
pub(super) type Header = Shared<()>;

/// Subtracts what is pending, and destroys what nobody points to any more.
///
/// # Panics
///
/// If the value's destructor does; nothing is left to do then.
///
/// # Safety
///
/// 1. `node` is that of a value, with something pending, and was taken off a list of the owner of the value, or
///    [`Node::add`] told the caller to put it on one. In mode `Owned`, the owner is running on this thread. In
///    mode `Orphaned`, there is none, and what it did happens before this.
pub(super) unsafe fn settle(node: NonNull<Node>, mode: Mode) {
    let header = node.cast::<Header>();
    // SAFETY: it is alive, as something is pending. The fields up to the value are where they are in each
    // `Shared`, by `repr(C)`, and `()` needs no more alignment than they do.
    let settle = unsafe { (*header.as_ptr()).settle };
    // SAFETY: clause 1, and it is the function for the type of the value.
    unsafe { settle(node, mode) };
}

/// The heap that the value was made in.
///
/// # Safety
///
/// 1. `node` is that of a value, and alive as long as `'a`.
pub(super) unsafe fn heap_of<'a>(node: NonNull<Node>) -> &'a Heap {
    let header = node.cast::<Header>();
    // SAFETY: clause 1, and the layout is as in `settle`.
    unsafe { &(*header.as_ptr()).heap }
}

/// # Safety
///
/// 1. As for [`settle`]; and the value is a `T`.
unsafe fn settle_as<T>(node: NonNull<Node>, mode: Mode) {
    // SAFETY: it is alive, as something is pending.
    let pending = unsafe { &*node.as_ptr() }.take();
    let strong = u32::try_from(pending & u64::from(u32::MAX)).expect("the lower half");
    let weak = u32::try_from(pending >> 32).expect("the upper half");
    // SAFETY: 1. and 2. By clause 1; these pointers were dropped.
    unsafe { release(node.cast::<Shared<T>>(), strong, weak, mode) };
}

/// Subtracts pointers, and destroys what nobody points to any more.
///
/// # Panics
///
/// If the value's destructor does; nothing is left to do then.
///
/// # Safety
///
/// 1. In mode `Owned`, the owner is running on this thread. In mode `Orphaned`, there is none, and what it did happens
///    before this.
/// 2. So many pointers of the value were there, and nobody uses or counts them again.
pub(super) unsafe fn release<T>(shared: NonNull<Shared<T>>, strong: u32, weak: u32, mode: Mode) {
    // SAFETY: it is alive, as the pointers of clause 2 are counted.
    let count = unsafe { &(*shared.as_ptr()).strong };
    // INVARIANT: 2. By clause 1, the owner or an atomic operation.
    // SAFETY: 1. and 2. By the same clauses.
    let last = unsafe { subtract(count, strong, mode) };
    // SAFETY: 1. and 2. By clauses 1 and 2.
    unsafe { finish(shared, last, weak, mode) };
}

/// Destroys a value whose last strong pointer was subtracted.
///
/// # Panics
///
/// If the value's destructor does; nothing is left to do then.
///
/// # Safety
///
/// 1. The owner is running on this thread.
/// 2. The caller made `strong` 0.
#[cold]
#[inline(never)]
pub(super) unsafe fn release_last<T>(shared: NonNull<Shared<T>>) {
    // SAFETY: 1. By clause 1. 2. By clause 2, and no weak pointer is given up.
    unsafe { finish(shared, true, 0, Mode::Owned) };
}

/// Subtracts weak pointers, and before that, if the last strong one is gone, destroys the value.
///
/// # Safety
///
/// 1. As for [`release`].
/// 2. So many weak pointers were there, and nobody uses or counts them again. If `last`, the caller made `strong` 0.
unsafe fn finish<T>(shared: NonNull<Shared<T>>, last: bool, weak: u32, mode: Mode) {
    /// Gives up weak pointers, also when the value's destructor panics.
    struct Weak<T>(NonNull<Shared<T>>, u32, Mode);
    impl<T> Drop for Weak<T> {
        fn drop(&mut self) {
            if self.1 == 0 {
                // There may be nothing to look at any more.
                return;
            }
            // SAFETY: it is alive, as these are counted.
            let count = unsafe { &(*self.0.as_ptr()).weak };
            // SAFETY: 1. and 2. By the clauses of `finish`.
            if unsafe { subtract(count, self.1, self.2) } {
                // SAFETY: it is from `Box::leak`; nobody points to it, by invariant 1, and the value was
                // destroyed before, or moved out. (The `ManuallyDrop` doesn't drop it again.)
                drop(unsafe { Box::from_raw(self.0.as_ptr()) });
            }
        }
    }

    // INVARIANT: 1. The one that stands for all strong pointers is given up after the destructor.
    let rest = Weak(shared, weak + u32::from(last), mode);
    if last {
        // SAFETY: `strong` became 0 right now, so the value was there, and nobody else does this or looks at it.
        unsafe { ptr::drop_in_place(Shared::value(shared)) };
    }
    drop(rest);
}

/// Gives up the only strong pointer to a value that was moved out.
///
/// # Safety
///
/// 1. The owner is running on this thread.
/// 2. There was one strong pointer, which isn't used again; the value was moved out.
pub(super) unsafe fn release_empty<T>(shared: NonNull<Shared<T>>) {
    // A type of the same layout (`repr(C)`, and a transparent wrapper) whose value has no destructor.
    let empty = shared.cast::<Shared<ManuallyDrop<T>>>();
    // SAFETY: 1. and 2. By clauses 1 and 2.
    unsafe { release(empty, 1, 0, Mode::Owned) };
}

/// Subtracts from a count. Whether it became 0 by that.
///
/// # Safety
///
/// 1. As for [`release`].
/// 2. The count is at least `less`.
#[inline]
unsafe fn subtract(count: &AtomicU32, less: u32, mode: Mode) -> bool {
    if less == 0 {
        return false;
    }
    match mode {
        Mode::Owned => {
            let count = count.as_ptr();
            // SAFETY: the owner is running on this thread, by the clauses of all that come here in this mode. So, by invariant 2 of
            // `Shared`, nobody else looks at it.
            let rest = unsafe { count.read() }.wrapping_sub(less);
            // SAFETY: as above.
            unsafe { count.write(rest) };
            rest == 0
        }
        // All that was done with the value happens before it is destroyed.
        Mode::Orphaned => count.fetch_sub(less, Ordering::AcqRel) == less,
    }
}

impl Header {
    /// Whether the owner of this value is running on this thread.
    #[inline]
    pub(super) fn is_here(&self) -> bool {
        let running = owner::running();
        // Whoever runs under an id that this field ever had, is the owner, by invariant 4. No id is 0.
        self.owner.load(Ordering::Relaxed) == running || self.moved_here(running)
    }

    /// The values of an owner that is done are those of another.
    #[cold]
    fn moved_here(&self, running: u64) -> bool {
        let here = running != 0 && self.heap.root().id().get() == running;
        if here {
            // INVARIANT: 4. It is the id of the root.
            self.owner.store(running, Ordering::Relaxed);
        }
        here
    }

    /// Counts one more.
    ///
    /// # Panics
    ///
    /// If this would be the 2³¹st.
    ///
    /// # Safety
    ///
    /// 1. The owner is running on this thread.
    #[inline]
    unsafe fn one_more(count: &AtomicU32) {
        let count = count.as_ptr();
        // SAFETY: by clause 1 and invariant 2, nobody else looks at it; so all of this is one instruction.
        let after = unsafe { count.read() }.wrapping_add(1);
        // INVARIANT: 2. By clause 1.
        // SAFETY: as above.
        unsafe { count.write(after) };
        if after >= MOST {
            // SAFETY: 1. As above.
            unsafe { too_many(count) };
        }
    }

    /// Counts one strong pointer less. Whether it was the last.
    ///
    /// # Safety
    ///
    /// 1. The owner is running on this thread.
    /// 2. There was such a pointer, and nobody uses or counts it again.
    #[inline]
    pub(super) unsafe fn one_less(&self) -> bool {
        // INVARIANT: 1. and 2. By the clauses.
        // SAFETY: 1. and 2. By the same clauses.
        unsafe { subtract(&self.strong, 1, Mode::Owned) }
    }

    /// Counts a new strong pointer.
    ///
    /// # Panics
    ///
    /// If the owner isn't running on this thread, or this would be the 2³¹st.
    #[inline]
    #[track_caller]
    pub(super) fn count_strong(&self) {
        if !self.is_here() {
            elsewhere();
        }
        // SAFETY: 1. It is.
        unsafe { Self::one_more(&self.strong) };
    }

    /// Counts a new weak pointer.
    ///
    /// # Panics
    ///
    /// As [`count_strong`](Self::count_strong).
    #[inline]
    #[track_caller]
    pub(super) fn count_weak(&self) {
        if !self.is_here() {
            elsewhere();
        }
        // SAFETY: 1. It is.
        unsafe { Self::one_more(&self.weak) };
    }

    /// The numbers of pointers, as the owner sees them: what is pending is counted.
    ///
    /// # Panics
    ///
    /// If the owner isn't running on this thread.
    #[track_caller]
    pub(super) fn counts(&self) -> (u32, u32) {
        if !self.is_here() {
            elsewhere();
        }
        let strong = self.strong.load(Ordering::Relaxed);
        let implied = u32::from(strong > 0);
        (strong, self.weak.load(Ordering::Relaxed) - implied)
    }

    #[cfg(test)]
    pub(super) fn set_strong(&self, count: u32) {
        self.strong.store(count, Ordering::Relaxed);
    }
}

impl<T> Shared<T> {
    /// What all have.
    ///
    /// # Safety
    ///
    /// 1. It is alive as long as `'a`.
    #[inline]
    pub(super) unsafe fn header<'a>(shared: NonNull<Self>) -> &'a Header {
        // SAFETY: clause 1, and the layout is as in `settle`.
        unsafe { shared.cast().as_ref() }
    }

    pub(super) fn node(shared: NonNull<Self>) -> NonNull<Node> {
        shared.cast()
    }

    /// Where the value is.
    #[inline]
    pub(super) fn value(shared: NonNull<Self>) -> *mut T {
        // SAFETY: only a place within the allocation is computed, which is alive as its pointer is.
        unsafe { (&raw mut (*shared.as_ptr()).value).cast() }
    }
}
