//! The memory of an arena, and the lists of what is to be destroyed in it.

use crate::place::list::{Header, List, destroy_node};
use crate::place::panics::Panics;
use bumpalo::Bump;
use core::alloc::Layout;
use core::cell::RefCell;
use core::ptr::NonNull;

/// What an arena is made of.
///
/// # Invariants
///
/// 1. Memory that `allocate` gave out stays until the store is dropped.
/// 2. What is reachable from values in `owned` outlives the arena: no handle of this store, no
///    reference into it. (What is reachable from `shared` may hold both.)
/// 3. No user code runs while a list is borrowed.
#[derive(Default)]
pub(super) struct Store {
    bump: Bump,
    /// Values of `Rc`s.
    shared: RefCell<List>,
    /// Values of `Boxed` handles, and guards.
    owned: RefCell<List>,
}

impl Store {
    /// Memory for a `T`, with nothing in it.
    pub(super) fn allocate<T>(&self) -> NonNull<T> {
        // INVARIANT: 1: a `Bump` frees when it is dropped or reset. It is never reset.
        self.bump.alloc_layout(Layout::new::<T>()).cast()
    }

    /// Makes the store destroy a shared value at its end.
    ///
    /// # Safety
    ///
    /// 1. `node` is the front of a live node, and in no list. The pointer may be used for all of it.
    /// 2. The node stays live until it has left the list: through `unlink_shared`, or through the
    ///    teardown, which destroys it.
    pub(super) unsafe fn link_shared(&self, node: NonNull<Header>) {
        // SAFETY: the caller's clauses are the same. INVARIANT: 3: the borrow ends here.
        unsafe { self.shared.borrow_mut().push(node) };
    }

    /// Takes a shared value out.
    ///
    /// # Safety
    ///
    /// 1. `node` was linked by `link_shared`, and has not left the list.
    pub(super) unsafe fn unlink_shared(&self, node: NonNull<Header>) {
        // SAFETY: the caller's clause is the same. INVARIANT: 3: the borrow ends here.
        unsafe { self.shared.borrow_mut().unlink(node) };
    }

    /// Makes the store destroy a value at its end that nothing shares.
    ///
    /// # Safety
    ///
    /// 1. and 2. As for `link_shared`.
    /// 3. What the value can reach outlives the arena.
    pub(super) unsafe fn link_owned(&self, node: NonNull<Header>) {
        // SAFETY: the caller's clauses are the same. INVARIANT: 3: the borrow ends here. 2: by the
        // caller's clause 3.
        unsafe { self.owned.borrow_mut().push(node) };
    }

    /// Takes an owned value out.
    ///
    /// # Safety
    ///
    /// 1. `node` was linked by `link_owned`, and has not left the list.
    pub(super) unsafe fn unlink_owned(&self, node: NonNull<Header>) {
        // SAFETY: the caller's clause is the same. INVARIANT: 3: the borrow ends here.
        unsafe { self.owned.borrow_mut().unlink(node) };
    }

    /// Destroys what is left: what is shared, then what is owned, each the newest first.
    ///
    /// Only for the end of the arena: when no code runs that has a handle or a reference into it, but
    /// for the destructors that are run from here.
    pub(super) fn teardown(&self) -> Panics {
        let mut panics = Panics::default();
        // Destructors in here may use handles, drop them, allocate: each turn looks anew.
        self.destroy_all(&self.shared, &mut panics);
        // From here on no destructor can reach the store (invariant 2).
        self.destroy_all(&self.owned, &mut panics);
        panics
    }

    #[expect(
        clippy::unused_self,
        reason = "the lists are those of this store, whose memory must be there"
    )]
    fn destroy_all(&self, list: &RefCell<List>, panics: &mut Panics) {
        loop {
            // INVARIANT: 3: the borrow ends before user code runs.
            let newest = list.borrow_mut().pop();
            let Some(node) = newest else { return };
            // SAFETY: 1. It was in the list, so it is live, and its pointer is good for all of it. 2.
            // It is out of the list. A shared value is lent only while a closure looks at it, and
            // none does: teardown is entered when all user code is over, and not from destructors. To
            // an owned value there are references only in values of `shared`, all of which are
            // destroyed, and in memory that was leaked, which nothing uses any more.
            panics.run(|| unsafe { destroy_node(node) });
        }
    }
}
