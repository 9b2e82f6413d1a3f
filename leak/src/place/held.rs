//! Handles to what a place owns.

use super::list::{Header, Node};
use super::local::LocalCore;
#[cfg(feature = "std")]
use super::shared_core::SharedCore;
use crate::Leak;
use alloc::boxed::Box;
use core::fmt;
use core::ops::Deref;
use core::ptr::NonNull;

/// The list of a place, behind whatever makes it exclusive.
///
/// # Safety
///
/// 1. A linked node stays in the list until `unlink`, or until the teardown of the place, which
///    destroys it. The teardown is over before the lifetime of any borrow of the core ends, and
///    starts when nothing that can reach a handle runs.
pub(super) unsafe trait Core {
    /// Appends a node.
    ///
    /// # Safety
    ///
    /// As for [`List::push`](super::list::List::push).
    unsafe fn link(&self, node: NonNull<Header>);

    /// Takes a node out.
    ///
    /// # Safety
    ///
    /// As for [`List::unlink`](super::list::List::unlink).
    unsafe fn unlink(&self, node: NonNull<Header>);
}

/// What both handles are: sole access to one node of a place.
///
/// # Invariants
///
/// 1. `node` is in the list of `core`, and this is the only handle to it.
struct Entry<'s, G, C: Core> {
    node: NonNull<Node<G>>,
    core: &'s C,
}

impl<'s, G, C: Core> Entry<'s, G, C> {
    /// Puts what `make` returns into the place. The memory is allocated before `make` runs, so
    /// that nothing can fail between the two.
    fn new_with(core: &'s C, make: impl FnOnce() -> G) -> Self {
        let node = Box::<Node<G>>::new_uninit();
        let node = Node::into_raw(Box::write(node, Node::new((), make())));
        // SAFETY: 1. `node` is new. 2. It leaves the list through `take` or the teardown only.
        unsafe { core.link(node.cast()) };
        // INVARIANT: 1: linked just now, and this is its first handle.
        Self { node, core }
    }

    fn get(&self) -> &G {
        // SAFETY: invariant 1: the node is in the list, so live. Only the list writes to its
        // header, which the reference to `value` doesn't cover. The value is dropped through this
        // handle, which is borrowed, or by the teardown, when nothing that can reach a handle runs.
        unsafe { &(*self.node.as_ptr()).value }
    }

    /// Takes the node out of the place.
    #[expect(
        clippy::unnecessary_box_returns,
        reason = "the node is not moved out of its memory"
    )]
    fn take(&mut self) -> Box<Node<G>> {
        // SAFETY: 1. in the list, by invariant 1.
        unsafe { self.core.unlink(self.node.cast()) };
        // SAFETY: the node came from a box of this type, is in no list any more, and this was the
        // only handle. The callers end the entry here.
        unsafe { Box::from_raw(self.node.as_ptr()) }
    }
}

impl<G, C: Core> Drop for Entry<'_, G, C> {
    fn drop(&mut self) {
        drop(self.take());
    }
}

macro_rules! handle {
    ($(#[$docs:meta])* $name:ident, $core:ident) => {
        $(#[$docs])*
        #[must_use = "dropping the handle destroys the guard at once; bind it, or call `.keep()` \
                      to leave the guard to the end of the place"]
        pub struct $name<'s, G> {
            entry: Entry<'s, G, $core>,
        }

        impl<'s, G> $name<'s, G> {
            pub(super) fn new_with(core: &'s $core, make: impl FnOnce() -> G) -> Self {
                Self { entry: Entry::new_with(core, make) }
            }

            /// Gives the handle up: what it stands for stays until the place ends.
            ///
            /// The same as forgetting the handle, said aloud.
            pub fn keep(self) {
                #[expect(clippy::mem_forget, reason = "the place owns what the handle stands for")]
                core::mem::forget(self);
            }
        }

        impl<G> Deref for $name<'_, G> {
            type Target = G;

            fn deref(&self) -> &G {
                self.entry.get()
            }
        }

        impl<G> AsRef<G> for $name<'_, G> {
            fn as_ref(&self) -> &G {
                self
            }
        }

        impl<G: fmt::Debug> fmt::Debug for $name<'_, G> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(stringify!($name)).field(&**self).finish()
            }
        }

        // SAFETY: 1. and 2. The place owns what a handle stands for, and destroys it in time if the
        // handle is forgotten. The handle itself owns nothing.
        unsafe impl<G> Leak for $name<'_, G> {}
    };
}

#[cfg(feature = "std")]
handle! {
    /// What a [`Scope`](crate::Scope) owns, for as long as it is wanted.
    ///
    /// Dropping the handle destroys the value now. Forgetting it, or [`keep`](Held::keep), leaves
    /// that to the end of the place. There is no `DerefMut`: a live guard must not be moved out.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::sync::atomic::{AtomicU32, Ordering};
    ///
    /// struct Count<'a>(&'a AtomicU32);
    /// impl Drop for Count<'_> {
    ///     fn drop(&mut self) { self.0.fetch_add(1, Ordering::Relaxed); }
    /// }
    ///
    /// let drops = AtomicU32::new(0);
    /// leak::scope(|s| {
    ///     let early = s.own(Count(&drops));
    ///     core::mem::forget(s.own(Count(&drops)));
    ///     drop(early);
    ///     assert_eq!(drops.load(Ordering::Relaxed), 1);
    /// });
    /// assert_eq!(drops.load(Ordering::Relaxed), 2);
    /// ```
    Held, SharedCore
}

// SAFETY: a handle reads a `G` and drops it, on whatever thread it is; the list behind `core` has
// a lock.
#[cfg(feature = "std")]
unsafe impl<G: Send> Send for Held<'_, G> {}

// SAFETY: a shared handle gives out `&G` and nothing else.
#[cfg(feature = "std")]
unsafe impl<G: Sync> Sync for Held<'_, G> {}

handle! {
    /// What a [`LocalScope`](crate::LocalScope) owns, for as long as it is wanted.
    ///
    /// As [`Held`](crate::Held), but it stays on its thread.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::{cell::Cell, rc::Rc};
    ///
    /// struct Bell(Rc<Cell<u32>>);
    /// impl Drop for Bell {
    ///     fn drop(&mut self) { self.0.set(self.0.get() + 1) }
    /// }
    ///
    /// let rung = Rc::new(Cell::new(0));
    /// leak::local_scope(|s| {
    ///     let bell = s.own(Bell(Rc::clone(&rung)));
    ///     assert_eq!(bell.0.get(), 0);
    ///     bell.keep();
    /// });
    /// assert_eq!(rung.get(), 1);
    /// ```
    LocalHeld, LocalCore
}
