//! What is dropped where its count must not be touched: lists of deferred drops.
//!
//! A pointer may be dropped anywhere, but its count belongs to one owner, which counts without atomics. So
//! who drops it elsewhere adds to a second number, `pending`, and the first one to do so puts the value on a list. The
//! owner subtracts what is pending, now and then.
//!
//! No memory is allocated for that, and there is no lock. `tests/loom_deferred.rs` compiles this file
//! against `loom`, and checks it under every interleaving.

use core::ptr::{self, NonNull};

use super::sync::{AtomicPtr, AtomicU64, Ordering};

/// What a counted value begins with.
///
/// # Invariants
///
/// 1. `pending` is the number of pointers that were dropped and not subtracted yet. Each of them is still
///    counted by the value, so a value with something pending is alive.
/// 2. From the moment in which `pending` ceases to be 0 until it is taken, the value is on a list, or
///    in the hands of one thread that is about to put it there or to settle it.
pub(crate) struct Node {
    pending: AtomicU64,
    next: AtomicPtr<Node>,
}

/// A list of nodes.
///
/// # Invariants
///
/// 1. The nodes of the list are linked by `next`, and each of them has something pending.
pub(crate) struct List {
    head: AtomicPtr<Node>,
}

/// Why nothing is put on a list any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shut {
    /// Another list takes it.
    Forwarded = 1,
    /// There is no owner any more: who drops a pointer settles that at once.
    Closed = 2,
}

impl Shut {
    /// The head of a list that is shut. No node has that address: a node is aligned to more.
    fn sentinel(self) -> *mut Node {
        ptr::without_provenance_mut(self as usize)
    }

    fn of(head: *mut Node) -> Option<Self> {
        [Self::Forwarded, Self::Closed]
            .into_iter()
            .find(|shut| head == shut.sentinel())
    }
}

impl Node {
    pub(crate) fn new() -> Self {
        Self {
            pending: AtomicU64::new(0),
            next: AtomicPtr::new(ptr::null_mut()),
        }
    }

    /// Notes that pointers were dropped. Whether the caller is the one that has to put the node on a list, or
    /// to settle it; if not, the node may be gone by now.
    ///
    /// By a pointer, as the node may be freed before this returns: the only reference is to the counter, and none of its bytes
    /// is outside of a cell. (A node may have some, between its fields and behind them.)
    ///
    /// # Safety
    ///
    /// 1. The node is alive, and `dropped` counts pointers of the caller, which keep it so and aren't used after this.
    #[must_use]
    pub(crate) unsafe fn add(node: NonNull<Self>, dropped: u64) -> bool {
        // SAFETY: it is alive, by clause 1.
        let pending = unsafe { &(*node.as_ptr()).pending };
        // Release: what the pointer was used for happens before the value is destroyed.
        // Acquire isn't needed to push it: whoever took the node before doesn't use `next` after `take`.
        pending.fetch_add(dropped, Ordering::AcqRel) == 0
    }

    /// Takes what is pending, to subtract it.
    pub(crate) fn take(&self) -> u64 {
        self.pending.swap(0, Ordering::AcqRel)
    }
}

impl List {
    pub(crate) fn new() -> Self {
        Self {
            head: AtomicPtr::new(ptr::null_mut()),
        }
    }

    /// Puts a node on the list, if it isn't shut. After that, the node may be gone, and so may the list.
    ///
    /// # Errors
    ///
    /// Why the list is shut.
    ///
    /// # Safety
    ///
    /// 1. The node is alive, and the caller is the one whom [`Node::add`] told to.
    pub(crate) unsafe fn push(&self, node: NonNull<Node>) -> Result<(), Shut> {
        let mut head = self.head.load(Ordering::Acquire);
        loop {
            if let Some(shut) = Shut::of(head) {
                return Err(shut);
            }
            // SAFETY: it is alive, by clause 1.
            let next = unsafe { &(*node.as_ptr()).next };
            // Nobody else uses `next`: by clause 1 and the node's invariant 2, no list has it.
            next.store(head, Ordering::Relaxed);
            // INVARIANT: 1. Something is pending, by clause 1.
            match self.head.compare_exchange_weak(
                head,
                node.as_ptr(),
                Ordering::Release,
                Ordering::Acquire,
            ) {
                Ok(_) => return Ok(()),
                Err(now) => head = now,
            }
        }
    }

    /// Whether there is nothing to do. It may change at any time, unless the list is shut.
    pub(crate) fn is_empty(&self) -> bool {
        let head = self.head.load(Ordering::Relaxed);
        head.is_null() || Shut::of(head).is_some()
    }

    /// Takes all nodes off the list. Only its owner does, as it is not shut.
    pub(crate) fn take(&self) -> Taken {
        Taken(self.head.swap(ptr::null_mut(), Ordering::Acquire))
    }

    /// Shuts the list, for good, and takes all nodes off it. Only its owner does, once.
    pub(crate) fn shut(&self, how: Shut) -> Taken {
        Taken(self.head.swap(how.sentinel(), Ordering::AcqRel))
    }
}

/// Nodes that were taken off a list. Each has to be settled, or its value is never destroyed.
///
/// # Invariants
///
/// 1. The nodes are linked by `next`, nobody else has them, and each has something pending, so it is alive.
#[must_use]
pub(crate) struct Taken(*mut Node);

impl Iterator for Taken {
    type Item = NonNull<Node>;

    fn next(&mut self) -> Option<NonNull<Node>> {
        let node = NonNull::new(self.0)?;
        // SAFETY: it is alive, by invariant 1.
        let next = unsafe { &(*node.as_ptr()).next };
        // INVARIANT: 1. The rest. From now on the node is settled by who gets it.
        self.0 = next.load(Ordering::Relaxed);
        Some(node)
    }
}
