//! The arena, and the function that ends it.

use super::boxed::Boxed;
use super::rc::Rc;
use super::store::Store;
use super::weak::Weak;
use crate::{Activate, Leak};
use core::fmt;
use core::marker::PhantomData;

/// Tears the store down when the closure of [`scope`] unwinds.
struct OnUnwind<'a>(&'a Store);

impl Drop for OnUnwind<'_> {
    fn drop(&mut self) {
        self.0.teardown().resume();
    }
}

/// Runs `f` with an arena.
///
/// When `scope` returns or unwinds, every value that was allocated in the arena has been destroyed, in
/// [this order](super#the-order), whatever became of the handles. The arena stays on its thread.
///
/// # Panics
///
/// If a destructor panics at the end. The others run all the same, and the first panic is passed on.
/// Without the feature `std` a panic can't be caught: one that leaves a destructor at the end of the
/// arena ends the program.
///
/// # Examples
///
/// ```
/// use leak::arena;
/// use std::cell::RefCell;
///
/// struct Log<'env>(&'env RefCell<Vec<&'static str>>, &'static str);
/// impl Drop for Log<'_> {
///     fn drop(&mut self) { self.0.borrow_mut().push(self.1) }
/// }
///
/// let log = RefCell::new(Vec::new());
/// let length = arena::scope(|arena| {
///     core::mem::forget(arena.boxed(Log(&log, "first in, last out")));
///     core::mem::forget(arena.boxed(Log(&log, "second")));
///     drop(arena.boxed(Log(&log, "dropped")));
///     arena.boxed(String::from("text")).len()
/// });
/// assert_eq!(length, 4);
/// assert_eq!(*log.borrow(), ["dropped", "second", "first in, last out"]);
/// ```
pub fn scope<'env, R>(f: impl for<'a> FnOnce(&'a Arena<'a, 'env>) -> R) -> R {
    let arena = Arena {
        store: Store::default(),
        place: PhantomData,
        env: PhantomData,
    };
    let on_unwind = OnUnwind(&arena.store);
    let result = f(&arena);
    #[expect(
        clippy::mem_forget,
        reason = "it holds a reference; its teardown runs in the next line"
    )]
    core::mem::forget(on_unwind);
    // A panic of a destructor must not make the result forgotten (rust#47949), so it is thrown from
    // here, where `result` is an ordinary local.
    arena.store.teardown().resume();
    result
}

/// A place that owns memory, and what is in it.
///
/// `'env` is what lies outside of the arena, `'a` the arena itself. See the
/// [module](super#what-may-be-in-it) on which values may borrow what.
pub struct Arena<'a, 'env: 'a> {
    store: Store,
    /// Invariant. If `'a` could grow, a handle would outlive the arena:
    /// `trybuild-tests/tests/ui/fail/leak/arena/box_escapes.rs`. If it could shrink, a value could
    /// borrow what ends before it is destroyed:
    /// `trybuild-tests/tests/ui/fail/leak/arena/rc_borrows_a_local_of_the_body.rs`.
    place: PhantomData<&'a mut &'a ()>,
    /// Invariant. If `'env` could shrink to `'a`, a boxed value could hold handles, and reach in its
    /// destructor what was destroyed before it:
    /// `trybuild-tests/tests/ui/fail/leak/arena/box_holds_a_handle.rs`.
    env: PhantomData<&'env mut &'env ()>,
}

impl<'a, 'env> Arena<'a, 'env> {
    /// Moves a value into the arena.
    ///
    /// It may borrow from outside of the arena only. A value that holds handles of this arena goes
    /// into an [`rc`](Self::rc).
    ///
    /// # Examples
    ///
    /// ```
    /// leak::arena::scope(|arena| {
    ///     let mut name = arena.boxed(String::from("ann"));
    ///     name.push('a');
    ///     assert_eq!(*name, "anna");
    /// });
    /// ```
    pub fn boxed<T: 'env>(&'a self, value: T) -> Boxed<'a, T> {
        // SAFETY: 1. `'env` is longer than `'a`, with which everything in the arena ends: handles
        // and references into it have `'a` in their type, and are no `T: 'env`.
        unsafe { Boxed::new_with(&self.store, || value) }
    }

    /// Activates a guard in the arena, which destroys it at its end.
    ///
    /// # Examples
    ///
    /// ```
    /// # use leak::Activate;
    /// # use std::cell::Cell;
    /// # struct Register<'a>(&'a Cell<bool>);
    /// # struct Registered<'a>(&'a Cell<bool>);
    /// # impl<'a> Activate for Register<'a> {
    /// #     type Guard = Registered<'a>;
    /// #     unsafe fn activate(self) -> Registered<'a> { self.0.set(true); Registered(self.0) }
    /// # }
    /// # impl Drop for Registered<'_> { fn drop(&mut self) { self.0.set(false) } }
    /// let registered = Cell::new(false);
    /// leak::arena::scope(|arena| {
    ///     arena.hold(Register(&registered)); // there is no handle: it stays
    ///     assert!(registered.get());
    /// });
    /// assert!(!registered.get());
    /// ```
    pub fn hold<A>(&'a self, inert: A) -> &'a A::Guard
    where
        A: Activate,
        A::Guard: 'env,
    {
        let activate = || {
            // SAFETY: 1. The guard goes into the arena, and is destroyed by the teardown, which `scope`
            // runs on every path before `'env`, and so any lifetime in the guard, ends; if its type
            // has no destructor, none is missed. 2. The box doesn't leave this function, which
            // gives out `&Guard` only.
            unsafe { inert.activate() }
        };
        // SAFETY: 1. As in `boxed`: `Guard: 'env`.
        let guard = unsafe { Boxed::new_with(&self.store, activate) };
        Boxed::leak(guard)
    }

    /// Moves a value into the arena that may be shared, and may hold handles of the same arena.
    ///
    /// # Examples
    ///
    /// ```
    /// use leak::arena::{self, Rc};
    ///
    /// struct Tree<'a> {
    ///     name: &'a str,
    ///     children: Vec<Rc<'a, Tree<'a>>>,
    /// }
    /// fn count<'a>(tree: &Rc<'a, Tree<'a>>) -> usize {
    ///     tree.with(|tree| 1 + tree.children.iter().map(count).sum::<usize>())
    /// }
    ///
    /// let name = String::from("leaf");
    /// arena::scope(|arena| {
    ///     let leaf = arena.rc(Tree { name: &name, children: vec![] });
    ///     let root = arena.rc(Tree { name: "root", children: vec![leaf.clone(), leaf] });
    ///     assert_eq!(count(&root), 3);
    ///     assert_eq!(root.with(|root| root.name.len()), 4);
    /// });
    /// ```
    pub fn rc<T: 'a>(&'a self, value: T) -> Rc<'a, T> {
        Rc::new_in(&self.store, |_| value)
    }

    /// Makes a shared value that knows where it will be.
    ///
    /// Until `make` returns, [`Weak::upgrade`] says `None`.
    ///
    /// # Examples
    ///
    /// ```
    /// use leak::arena::{self, Weak};
    ///
    /// struct Me<'a>(Weak<'a, Me<'a>>);
    ///
    /// arena::scope(|arena| {
    ///     let me = arena.rc_cyclic(|weak| {
    ///         assert!(weak.upgrade().is_none());
    ///         Me(weak.clone())
    ///     });
    ///     let again = me.with(|me| me.0.upgrade());
    ///     assert!(again.is_some_and(|again| again.ptr_eq(&me)));
    /// });
    /// ```
    pub fn rc_cyclic<T: 'a>(&'a self, make: impl FnOnce(&Weak<'a, T>) -> T) -> Rc<'a, T> {
        Rc::new_in(&self.store, make)
    }
}

impl fmt::Debug for Arena<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Arena").finish_non_exhaustive()
    }
}

// SAFETY: 1. and 2. Only `scope` has one by value, so nobody else can forget it.
unsafe impl Leak for Arena<'_, '_> {}
