//! The place for guards that stay on their thread.

use super::Activate;
use super::held::{Core, LocalHeld};
use super::list::{Header, List, destroy_node};
use super::panics::Panics;
use crate::Leak;
use core::cell::RefCell;
use core::fmt;
use core::marker::PhantomData;
use core::ptr::NonNull;

/// The list of a [`LocalScope`].
#[derive(Default)]
pub(super) struct LocalCore {
    entries: RefCell<List>,
}

// SAFETY: 1: nodes leave through `unlink` and `teardown`. The core is made by `local_scope` only,
// which tears it down before it returns or unwinds, so within any borrow that user code can have,
// and after the closure ended. Destructors that the teardown runs can't reach a handle, because
// what a scope owns outlives `'env`, which handles don't.
unsafe impl Core for LocalCore {
    unsafe fn link(&self, node: NonNull<Header>) {
        // SAFETY: the caller's clauses are the same.
        unsafe { self.entries.borrow_mut().push(node) };
    }

    unsafe fn unlink(&self, node: NonNull<Header>) {
        // SAFETY: the caller's clause is the same.
        unsafe { self.entries.borrow_mut().unlink(node) };
    }
}

impl LocalCore {
    /// Destroys what is left, the newest first.
    fn teardown(&self) -> Panics {
        let mut panics = Panics::default();
        loop {
            // The borrow ends before user code runs.
            let newest = self.entries.borrow_mut().pop();
            let Some(node) = newest else { return panics };
            // SAFETY: 1. It was in the list, so it is live, and came from `Node::into_raw`. 2. It
            // is out of the list, and what handles there still are can't be reached any more.
            panics.run(|| unsafe { destroy_node(node) });
        }
    }
}

/// Tears the core down when the closure of [`local_scope`] unwinds.
struct OnUnwind<'a>(&'a LocalCore);

impl Drop for OnUnwind<'_> {
    fn drop(&mut self) {
        self.0.teardown().resume();
    }
}

/// Runs `f` with a place for guard objects that are not [`Send`].
///
/// When `local_scope` returns or unwinds, every guard that was put into the place has been
/// destroyed, the newest first, whatever `f` did with the handles. As [`scope`](crate::scope), but
/// nothing of it can be shared with other threads; without atomics and locks, and without `std`.
///
/// # Panics
///
/// If a destructor panics. The others run all the same, and the first panic is passed on. Without
/// the feature `std` a panic can't be caught: one that leaves a destructor at the end of the place
/// ends the program.
///
/// # Examples
///
/// ```
/// use std::cell::RefCell;
///
/// struct Log<'a>(&'a RefCell<Vec<&'static str>>, &'static str);
/// impl Drop for Log<'_> {
///     fn drop(&mut self) { self.0.borrow_mut().push(self.1) }
/// }
///
/// let log = RefCell::new(Vec::new());
/// let answer = leak::local_scope(|s| {
///     s.own(Log(&log, "first in, last out")).keep();
///     s.own(Log(&log, "second")).keep();
///     let third = s.own(Log(&log, "third, dropped early"));
///     drop(third);
///     42
/// });
/// assert_eq!(answer, 42);
/// assert_eq!(*log.borrow(), ["third, dropped early", "second", "first in, last out"]);
/// ```
pub fn local_scope<'env, R>(f: impl for<'s> FnOnce(&'s LocalScope<'s, 'env>) -> R) -> R {
    let scope = LocalScope {
        core: LocalCore::default(),
        place: PhantomData,
        env: PhantomData,
    };
    let on_unwind = OnUnwind(&scope.core);
    let result = f(&scope);
    #[expect(
        clippy::mem_forget,
        reason = "it holds a reference; its teardown runs in the next line"
    )]
    core::mem::forget(on_unwind);
    // A panic of a guard must not make the result forgotten, so it is thrown from here, where
    // `result` is an ordinary local.
    scope.core.teardown().resume();
    result
}

/// A place that owns guards until [`local_scope`] ends.
///
/// See [`Scope`](crate::Scope) on the two lifetimes.
pub struct LocalScope<'s, 'env: 's> {
    core: LocalCore,
    /// Invariant. If `'s` could grow, a handle would outlive the place:
    /// `trybuild-tests/tests/ui/fail/leak/local_scope/handle_escapes.rs`.
    place: PhantomData<&'s mut &'s ()>,
    /// Invariant. If `'env` could shrink to `'s`, a guard could use the place that destroys it:
    /// `trybuild-tests/tests/ui/fail/leak/local_scope/own_what_uses_the_scope.rs`.
    env: PhantomData<&'env mut &'env ()>,
}

impl<'s, 'env> LocalScope<'s, 'env> {
    /// Activates a guard in this place.
    ///
    /// # Examples
    ///
    /// ```
    /// # use leak::Activate;
    /// # struct Register<'a>(&'a str);
    /// # struct Registered<'a>(&'a str);
    /// # impl<'a> Activate for Register<'a> {
    /// #     type Guard = Registered<'a>;
    /// #     unsafe fn activate(self) -> Registered<'a> { Registered(self.0) }
    /// # }
    /// # impl Drop for Registered<'_> { fn drop(&mut self) {} }
    /// let name = String::from("callback");
    /// leak::local_scope(|s| {
    ///     let registered = s.hold(Register(&name));
    ///     assert_eq!(registered.0, "callback");
    /// });
    /// ```
    pub fn hold<A>(&'s self, inert: A) -> LocalHeld<'s, A::Guard>
    where
        A: Activate,
        A::Guard: 'env,
    {
        LocalHeld::new_with(&self.core, || {
            // SAFETY: 1. The guard goes into the core's list, and is destroyed by its handle or by
            // the teardown, which `local_scope` runs on every path before `'env`, and so any
            // lifetime in the guard, ends. 2. The handle gives out `&Guard` only.
            unsafe { inert.activate() }
        })
    }

    /// Puts any value into this place, which destroys it at its end at the latest.
    ///
    /// # Examples
    ///
    /// ```
    /// let text = leak::local_scope(|s| {
    ///     let text = s.own(String::from("kept"));
    ///     text.to_uppercase()
    /// });
    /// assert_eq!(text, "KEPT");
    /// ```
    pub fn own<G: 'env>(&'s self, value: G) -> LocalHeld<'s, G> {
        LocalHeld::new_with(&self.core, || value)
    }
}

impl fmt::Debug for LocalScope<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LocalScope").finish_non_exhaustive()
    }
}

// SAFETY: 1. and 2. Only `local_scope` has one by value, so nobody else can forget it.
unsafe impl Leak for LocalScope<'_, '_> {}
