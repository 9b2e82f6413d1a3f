//! The handle to a shared value.

use super::store::Store;
use super::weak::Weak;
use crate::Leak;
use crate::place::list::{Header, Node};
use core::cell::Cell;
use core::fmt;
use core::mem::{MaybeUninit, needs_drop};
use core::ptr::NonNull;

/// A shared value with its count, and room for its links.
///
/// # Invariants
///
/// 1. Its memory is that of the store of each handle that points to it. Handles' pointers are good for
///    all of it.
/// 2. The count isn't 0 exactly while the value is there, from when it is made to when
///    its destruction starts. It is then at least the number of handles that were not dropped, or
///    `usize::MAX`, from where it doesn't move.
/// 3. If `T` has a destructor, the node is linked as shared exactly while the count isn't 0; but for
///    the moment between `pop` and `destroy` in the teardown, in which nothing of the user's runs.
/// 4. There is a reference to the value only inside `try_with`, which a handle is borrowed for, and
///    inside its destructor.
pub(super) type Shared<T> = Node<MaybeUninit<T>, Cell<usize>>;

/// Shares a value in an [arena](super), until the arena ends.
///
/// The value may hold handles of the same arena, itself included. Nothing is leaked by that: what is
/// not destroyed with its last handle is destroyed at the end of the arena. So a value can be gone
/// while there are handles to it, in destructors which the end of the arena runs. That is why the value
/// is looked at in a closure, [`with`](Rc::with), that can't let a reference to it out, and which panics
/// when the value is gone.
///
/// There is no `&mut` to the value: use a [`Cell`] or a [`RefCell`](core::cell::RefCell) inside.
///
/// # Examples
///
/// See the [module](super).
#[must_use = "dropping the last handle destroys the value at once; bind it, or call `.keep()` to \
              leave the value to the end of the arena"]
pub struct Rc<'a, T> {
    pub(super) node: NonNull<Shared<T>>,
    pub(super) store: &'a Store,
}

/// Destroys the value of a node in place, if it is there still.
///
/// # Safety
///
/// 1. `header` is the front of a live `Shared<T>`, and good for all of it.
/// 2. The node is in no list, its value is there, and nothing refers to the value.
unsafe fn destroy<T>(header: NonNull<Header>) {
    let node = header.cast::<Shared<T>>();
    // SAFETY: live by clause 1. Counts are in a `Cell`.
    unsafe { &(*node.as_ptr()).meta }.set(0);
    // INVARIANT: 2 of `Shared`: from here on the value isn't there, whatever its destructor does. 3: in
    // no list.
    // SAFETY: a projection into a live node.
    let value = unsafe { &raw mut (*node.as_ptr()).value };
    // SAFETY: it was there until now (clause 2), and nothing refers to it. `MaybeUninit<T>` has the
    // layout of `T`.
    unsafe { value.cast::<T>().drop_in_place() };
}

impl<'a, T> Rc<'a, T> {
    /// Puts what `make` returns into the store.
    pub(super) fn new_in(store: &'a Store, make: impl FnOnce(&Weak<'a, T>) -> T) -> Self {
        let node = store.allocate::<Shared<T>>();
        // SAFETY: 1. `destroy` is for the same `T`; nodes stay in their memory. It is called by the
        // teardown for nodes that are linked, whose value is there by invariants 2 and 3.
        let empty = unsafe { Node::in_place(Cell::new(0), MaybeUninit::uninit(), destroy::<T>) };
        // SAFETY: the memory is for a node, and nobody else's.
        unsafe { node.write(empty) };
        // INVARIANT: 1. to 3.: the count is 0, there is no value, and the node is in no list.
        let weak = Weak { node, store };
        let value = make(&weak);
        // SAFETY: a projection into a live node.
        let place = unsafe { &raw mut (*node.as_ptr()).value };
        // SAFETY: ours to write to: the count is 0, so nobody looks at it.
        unsafe { place.write(MaybeUninit::new(value)) };
        // INVARIANT: 2: there is a value, and one handle.
        weak.count().set(1);
        if needs_drop::<T>() {
            // SAFETY: 1. Live, new, and the pointer is good for all of it. 2. It is unlinked by
            // `end`, or destroyed by the teardown. INVARIANT: 3.
            unsafe { store.link_shared(node.cast()) };
        }
        Self { node, store }
    }

    pub(super) fn count(&self) -> &Cell<usize> {
        // SAFETY: invariant 1: the memory is there for `'a`, and counts are in a `Cell`.
        unsafe { &(*self.node.as_ptr()).meta }
    }

    /// Takes the node from the store's care, and marks the value as gone. It is the caller's then.
    fn end(&self) {
        if needs_drop::<T>() {
            // SAFETY: 1. The callers have seen that the count isn't 0, so it is linked (invariant 3).
            unsafe { self.store.unlink_shared(self.node.cast()) };
        }
        // INVARIANT: 2 and 3: in no list, and gone.
        self.count().set(0);
    }

    /// Looks at the value.
    ///
    /// # Panics
    ///
    /// If the value is [destroyed](Self::is_destroyed), which only a destructor can see.
    ///
    /// # Examples
    ///
    /// ```
    /// leak::arena::scope(|arena| {
    ///     let word = arena.rc(String::from("word"));
    ///     assert_eq!(word.with(|word| word.len()), 4);
    /// });
    /// ```
    #[track_caller]
    pub fn with<R>(&self, f: impl FnOnce(&T) -> R) -> R {
        match self.try_with(f) {
            Some(result) => result,
            None => panic!(
                "the value of a `leak::arena::Rc` was destroyed before the one that looks at it\n\
                 help: `try_with` says `None` in this case"
            ),
        }
    }

    /// Looks at the value, unless it is [destroyed](Self::is_destroyed).
    ///
    /// # Examples
    ///
    /// A destructor that looks at a neighbour, which may be gone or not.
    ///
    /// ```
    /// use leak::arena::{self, Rc};
    /// use std::cell::{Cell, RefCell};
    ///
    /// struct Friend<'a> {
    ///     name: &'static str,
    ///     friend: RefCell<Option<Rc<'a, Friend<'a>>>>,
    ///     seen: &'a Cell<Option<&'static str>>,
    /// }
    /// impl Drop for Friend<'_> {
    ///     fn drop(&mut self) {
    ///         let friend = self.friend.get_mut().as_ref();
    ///         if let Some(name) = friend.and_then(|friend| friend.try_with(|friend| friend.name)) {
    ///             self.seen.set(Some(name));
    ///         }
    ///     }
    /// }
    ///
    /// let seen = Cell::new(None);
    /// arena::scope(|arena| {
    ///     let [ann, bob] = ["ann", "bob"]
    ///         .map(|name| arena.rc(Friend { name, friend: RefCell::default(), seen: &seen }));
    ///     ann.with(|ann| ann.friend.replace(Some(bob.clone())));
    ///     bob.with(|bob| bob.friend.replace(Some(ann.clone())));
    /// });
    /// // Bob, the newest, was destroyed first, and saw Ann. Ann's destructor didn't see Bob.
    /// assert_eq!(seen.get(), Some("ann"));
    /// ```
    pub fn try_with<R>(&self, f: impl FnOnce(&T) -> R) -> Option<R> {
        if self.is_destroyed() {
            return None;
        }
        // SAFETY: invariant 1: the node is live, and no `&mut` to this field lives as long as a handle.
        let value = unsafe { &(*self.node.as_ptr()).value };
        // SAFETY: the value is there by invariant 2, and stays while `f` runs: it could be destroyed by its
        // last handle, but `self` is one, and borrowed; or by the teardown, between whose
        // destructors no closure runs. `f` takes a reference of any lifetime, so it can't let it out.
        let value = unsafe { value.assume_init_ref() };
        // INVARIANT: 4.
        Some(f(value))
    }

    /// Whether the value was destroyed, or its destructor is running: only in destructors, which the end
    /// of the arena runs.
    ///
    /// # Examples
    ///
    /// ```
    /// leak::arena::scope(|arena| assert!(!arena.rc(1).is_destroyed()));
    /// ```
    #[must_use]
    pub fn is_destroyed(&self) -> bool {
        self.count().get() == 0
    }

    /// The number of handles, but for weak ones; 0 if the value is [destroyed](Self::is_destroyed).
    ///
    /// A handle that was forgotten counts.
    ///
    /// # Examples
    ///
    /// ```
    /// leak::arena::scope(|arena| {
    ///     let one = arena.rc(());
    ///     let other = one.clone();
    ///     assert_eq!(one.strong_count(), 2);
    ///     drop(other);
    ///     assert_eq!(one.strong_count(), 1);
    /// });
    /// ```
    #[must_use]
    pub fn strong_count(&self) -> usize {
        self.count().get()
    }

    /// A handle that doesn't keep the value from being destroyed.
    ///
    /// # Examples
    ///
    /// See [`Weak`].
    #[must_use]
    pub fn downgrade(&self) -> Weak<'a, T> {
        Weak {
            node: self.node,
            store: self.store,
        }
    }

    /// Whether both are handles to one value.
    ///
    /// # Examples
    ///
    /// ```
    /// leak::arena::scope(|arena| {
    ///     let one = arena.rc(1);
    ///     assert!(one.ptr_eq(&one.clone()));
    ///     assert!(!one.ptr_eq(&arena.rc(1)));
    /// });
    /// ```
    #[must_use]
    pub fn ptr_eq(&self, other: &Self) -> bool {
        self.node == other.node
    }

    /// Moves the value out of the arena if this is the last handle, but for weak ones. Otherwise, and if
    /// the value is destroyed, the handle is dropped.
    ///
    /// # Examples
    ///
    /// ```
    /// leak::arena::scope(|arena| {
    ///     let one = arena.rc(String::from("value"));
    ///     let other = one.clone();
    ///     assert_eq!(one.into_inner(), None);
    ///     assert_eq!(other.into_inner().as_deref(), Some("value"));
    /// });
    /// ```
    #[must_use = "use `drop` to drop the handle"]
    pub fn into_inner(self) -> Option<T> {
        if self.count().get() != 1 {
            return None;
        }
        self.end();
        // SAFETY: invariant 1: the node is live.
        let value = unsafe { &raw const (*self.node.as_ptr()).value };
        // SAFETY: it was there, nothing refers to it (invariant 4: this was the only handle), and since
        // `end` it is nobody else's. The handle that is dropped below sees a count of 0.
        Some(unsafe { value.cast::<T>().read() })
    }

    /// Gives the handle up: the value stays until the arena ends.
    ///
    /// The same as forgetting the handle, said aloud.
    ///
    /// # Examples
    ///
    /// ```
    /// leak::arena::scope(|arena| arena.rc(String::from("kept")).keep());
    /// ```
    pub fn keep(self) {
        #[expect(clippy::mem_forget, reason = "the arena owns the value")]
        core::mem::forget(self);
    }
}

impl<T> Clone for Rc<'_, T> {
    fn clone(&self) -> Self {
        // INVARIANT: 2: one more, unless the value is gone. A count that is full stays so: then the
        // value waits for the end of the arena.
        let count = self.count();
        if count.get() != 0 {
            count.set(count.get().saturating_add(1));
        }
        Self {
            node: self.node,
            store: self.store,
        }
    }
}

impl<T> Drop for Rc<'_, T> {
    fn drop(&mut self) {
        match self.count().get() {
            // Gone, or with more handles than could be counted.
            0 | usize::MAX => {}
            1 => {
                self.end();
                // SAFETY: 1. Live, and the pointer is good for all of it (invariant 1). 2. Unlinked by
                // `end`, and the value was there; nothing refers to it, as no other handle is borrowed
                // (invariant 4).
                unsafe { destroy::<T>(self.node.cast()) };
            }
            // INVARIANT: 2: one less.
            count => self.count().set(count - 1),
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for Rc<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.try_with(|value| value.fmt(f))
            .unwrap_or_else(|| f.write_str("(destroyed)"))
    }
}

// SAFETY: 1. and 2. The arena owns the value, and destroys it in time if handles are forgotten.
unsafe impl<T> Leak for Rc<'_, T> {}

#[cfg(test)]
mod tests {
    use crate::arena;
    use core::cell::Cell;

    struct Count<'env>(&'env Cell<u32>);

    impl Drop for Count<'_> {
        fn drop(&mut self) {
            self.0.set(self.0.get() + 1);
        }
    }

    #[test]
    fn a_full_count_stays_full() {
        let drops = Cell::new(0);
        arena::scope(|arena| {
            let one = arena.rc(Count(&drops));
            one.count().set(usize::MAX - 1); // as many clones, forgotten
            let full = one.clone();
            let more = full.clone();
            assert_eq!(more.strong_count(), usize::MAX);
            let from_weak = more.downgrade().upgrade();
            drop((one, full, more, from_weak));
            assert_eq!(drops.get(), 0, "it waits for the end of the arena");
        });
        assert_eq!(drops.get(), 1);
    }
}
