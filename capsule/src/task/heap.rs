//! What an owner owns.

use core::ptr::NonNull;
use std::sync::{Arc, OnceLock};

use super::list::{List, Node, Shut, Taken};
use super::owner::{self, Id};
use super::shared::{self, Mode};

/// The values of one owner: where their deferred drops go, and to whom they went when it was done.
///
/// Every value holds an `Arc` of the heap that it was made in. So the heap is there as long as one of its values, and
/// it doesn't know them.
///
/// # Invariants
///
/// 1. As long as the list is not shut, whoever enters this heap is the owner of its values. When it is, then nobody
///    enters it any more; if `forward` leads to another heap, the owner of that one owns the values, and if not,
///    nobody does.
/// 2. `forward` is set before the list is shut as forwarded.
/// 3. Following `forward` ends: a heap is retired while the one that it goes to is not.
pub(super) struct Heap {
    id: Id,
    deferred: List,
    forward: OnceLock<Arc<Heap>>,
}

impl Heap {
    pub(super) fn new() -> Arc<Self> {
        Arc::new(Self {
            id: owner::new_id(),
            deferred: List::new(),
            forward: OnceLock::new(),
        })
    }

    #[inline]
    pub(super) fn id(&self) -> Id {
        self.id
    }

    /// The heap whose owner owns the values of this one.
    pub(super) fn root(&self) -> &Self {
        let mut heap = self;
        while let Some(next) = heap.forward.get() {
            heap = next;
        }
        heap
    }

    /// Settles what was dropped elsewhere.
    ///
    /// # Panics
    ///
    /// If the destructor of a value does; the others are run all the same.
    ///
    /// # Safety
    ///
    /// 1. The heap is entered, on this thread.
    #[inline]
    pub(super) unsafe fn settle(&self) {
        if !self.deferred.is_empty() {
            // SAFETY: clause 1.
            unsafe { self.settle_all() };
        }
    }

    /// # Safety
    ///
    /// 1. As for `settle`.
    #[cold]
    unsafe fn settle_all(&self) {
        // What destructors drop elsewhere is on the list by then.
        while !self.deferred.is_empty() {
            // SAFETY: 1. They were on the list of this heap, so their owner is that of this heap, which is running.
            unsafe { settle_each(self.deferred.take(), Mode::Owned) };
        }
    }

    /// Gives all values away: to the owner that is running on this thread, or, if there is none, to nobody.
    ///
    /// # Panics
    ///
    /// If the destructor of a value does; the others are run all the same.
    ///
    /// # Safety
    ///
    /// 1. The heap isn't entered, and won't be. What was done where it was happens before this.
    /// 2. It isn't retired twice.
    pub(super) unsafe fn retire(&self) {
        let (how, mode) = match owner::running_heap() {
            Some(heir) => {
                // INVARIANT: 2. It is set first. 3. The heir is running, so it isn't retired.
                let first = self.forward.set(heir).is_ok();
                debug_assert!(first, "by clause 2");
                (Shut::Forwarded, Mode::Owned)
            }
            None => (Shut::Closed, Mode::Orphaned),
        };
        // INVARIANT: 1. By clause 1 nobody enters it any more.
        let taken = self.deferred.shut(how);
        // SAFETY: 1. They were on the list of this heap. Their owner is the heir, which is running; or nobody.
        unsafe { settle_each(taken, mode) };
    }
}

/// Settles all nodes, also if a destructor panics.
///
/// # Safety
///
/// 1. As for [`shared::settle`], for each of the nodes.
unsafe fn settle_each(taken: Taken, mode: Mode) {
    struct Rest(Taken, Mode);
    impl Drop for Rest {
        fn drop(&mut self) {
            for node in self.0.by_ref() {
                // SAFETY: 1. By clause 1 of `settle_each`, in which this type is used.
                unsafe { shared::settle(node, self.1) };
            }
        }
    }

    let mut rest = Rest(taken, mode);
    for node in rest.0.by_ref() {
        // SAFETY: 1. By clause 1.
        unsafe { shared::settle(node, mode) };
    }
}

/// Notes that pointers to a value were dropped where its owner isn't running.
///
/// # Panics
///
/// If the value has no owner any more, and its destructor panics.
///
/// # Safety
///
/// 1. `node` is that of a value, and alive; `dropped` counts pointers of the caller, which are not used after this.
/// 2. The owner of the value isn't running on this thread.
#[cold]
pub(super) unsafe fn defer(node: NonNull<Node>, dropped: u64) {
    // SAFETY: 1. By clause 1.
    if !unsafe { Node::add(node, dropped) } {
        return;
    }
    // SAFETY: 1. It is alive: what was just added isn't settled before this node is on a list.
    let mut heap: &Heap = unsafe { shared::heap_of(node) };
    loop {
        // SAFETY: 1. It is alive, as above, and `add` told us to. The list is in a heap that is alive at least until
        // then: the value holds it, or the heap before it does, by `forward`.
        match unsafe { heap.deferred.push(node) } {
            Ok(()) => return,
            Err(Shut::Forwarded) => heap = heap.forward.get().expect("it is set, by invariant 2"),
            // SAFETY: 1. `add` told us to, and the list that it should be on is closed, so nobody is the owner.
            Err(Shut::Closed) => return unsafe { shared::settle(node, Mode::Orphaned) },
        }
    }
}
