//! The place for guards and threads: everything else in this crate stands on it.

use super::child;
use super::shared_core::SharedCore;
use super::{Activate, Held, JoinGuard};
use crate::Leak;
use alloc::sync::Arc;
use core::fmt;
use core::marker::PhantomData;
use std::io;
use std::thread;

/// Runs `f` with a place for guard objects and threads.
///
/// When `scope` returns or unwinds, all threads that were started in the place have left their
/// closures, and every guard that was put into it has been destroyed, whatever `f` did with the
/// handles: dropped, stored, sent away, forgotten.
///
/// What happens at the end, in this order:
///
/// 1. Threads that nobody joined are waited for.
/// 2. Their results are dropped. (A result may start threads in its destructor: see 1.)
/// 3. The guards are destroyed, the newest first.
///
/// # Panics
///
/// If a thread that nobody joined panicked, or if a destructor panics at the end. Nothing is
/// skipped because of that; the first panic is passed on, unless `scope` was called by a destructor
/// in the course of another panic.
///
/// # Examples
///
/// ```
/// let mut numbers = vec![1, 2, 3];
/// let total = std::sync::atomic::AtomicU64::new(0);
///
/// leak::scope(|s| {
///     let summing = s.spawn(|| {
///         for n in &numbers {
///             total.fetch_add(*n, std::sync::atomic::Ordering::Relaxed);
///         }
///     });
///     core::mem::forget(summing); // the scope joins it
/// });
///
/// numbers.push(total.into_inner()); // not borrowed any more
/// assert_eq!(numbers, [1, 2, 3, 6]);
/// ```
///
/// # Source
///
/// The *guarded closure* of the destruction guarantee proposal; the lifetimes are those of
/// [`std::thread::scope`].
pub fn scope<'env, R>(f: impl for<'s> FnOnce(&'s Scope<'s, 'env>) -> R) -> R {
    let raw = RawScope::new();
    let on_unwind = Teardown(&raw);
    // SAFETY: 1. `on_unwind`, or else the line after it, tears down on every path out of this
    // function. 2. `'env` outlives this call.
    let result = f(unsafe { raw.brand() });
    #[expect(
        clippy::mem_forget,
        reason = "it holds a reference; its teardown runs in the next line"
    )]
    core::mem::forget(on_unwind);
    // A panic of a guard must not make the result forgotten (rust#47949), so it is thrown from
    // here, where `result` is an ordinary local.
    raw.teardown();
    result
}

/// Tears down when it is dropped.
pub(super) struct Teardown<'a>(pub(super) &'a RawScope);

impl Drop for Teardown<'_> {
    fn drop(&mut self) {
        self.0.teardown();
    }
}

/// A place before it has lifetimes.
#[derive(Debug)]
pub(super) struct RawScope {
    core: Arc<SharedCore>,
}

impl RawScope {
    pub(super) fn new() -> Self {
        Self {
            core: Arc::default(),
        }
    }

    /// Gives the place its lifetimes.
    ///
    /// # Safety
    ///
    /// 1. [`teardown`](Self::teardown) runs after the last use of the answer, and before `'env`
    ///    ends, whatever the program does.
    /// 2. All that is valid for `'env` stays so until that teardown is over; what is valid for `'s`
    ///    stays so until the teardown has waited for the threads. `'s` may not be `'env`.
    pub(super) unsafe fn brand<'s, 'env>(&'s self) -> &'s Scope<'s, 'env> {
        let this: *const Self = self;
        // SAFETY: `Scope` is `repr(transparent)` over `RawScope`, and borrowed for as long.
        unsafe { &*this.cast::<Scope<'s, 'env>>() }
    }

    /// Waits for the threads, drops what the place owns, and passes the first panic on unless the
    /// thread is unwinding. The place is empty and as good as new afterwards.
    pub(super) fn teardown(&self) {
        self.core.teardown().resume();
    }
}

/// A place that owns guards and threads until it ends.
///
/// Only references to it are ever handed out: by [`scope`], by [`frame!`](crate::frame) in a
/// [`#[framed]`](macro@crate::framed) function, by [`PinScope::with`](crate::PinScope::with). A
/// function that starts threads for its caller takes `&'s Scope<'s, '_>`.
///
/// # The two lifetimes
///
/// `'env` is what lies outside the place, `'s` the place itself. *Threads* may borrow both: they
/// may use the scope, start further threads, hold handles. They are waited for before anything
/// is destroyed. *Guards* and owned values may borrow only from `'env`: they are destroyed one by
/// one, so if one could reach another, it could reach it too late. That shows as an error of this
/// kind:
///
/// ```compile_fail,E0521
/// leak::scope(|s| {
///     let text: &String = Box::leak(Box::new(s.own(String::from("text"))));
///     s.own(text); // its destructor could run after that of the `String`
/// });
/// ```
///
/// A guard that needs another guard goes into a scope inside:
///
/// ```
/// leak::scope(|outer| {
///     let text = outer.own(String::from("text"));
///     leak::scope(|inner| {
///         let part = inner.own(&text[1..]);
///         assert_eq!(*part, "ext");
///     });
/// });
/// ```
#[repr(transparent)]
pub struct Scope<'s, 'env: 's> {
    raw: RawScope,
    /// Invariant. If `'s` could grow, a handle would outlive the place:
    /// `trybuild-tests/tests/ui/fail/leak/scope/handle_escapes.rs`. If it could shrink, a thread
    /// could borrow what ends before the place:
    /// `trybuild-tests/tests/ui/fail/leak/frame/mutated_while_lent.rs`.
    place: PhantomData<&'s mut &'s ()>,
    /// Invariant. If `'env` could shrink to `'s`, a guard could use the place that destroys it:
    /// `trybuild-tests/tests/ui/fail/leak/scope/own_what_uses_the_scope.rs`.
    env: PhantomData<&'env mut &'env ()>,
}

impl<'s, 'env> Scope<'s, 'env> {
    /// Activates a guard in this place.
    ///
    /// Dropping the handle destroys the guard now; forgetting it, at the end of the place.
    ///
    /// # Examples
    ///
    /// See [`Activate`].
    pub fn hold<A>(&'s self, inert: A) -> Held<'s, A::Guard>
    where
        A: Activate,
        A::Guard: Send + 'env,
    {
        Held::new_with(&self.raw.core, || {
            // SAFETY: 1. The guard goes into the core's list, and is destroyed by its handle or by
            // the teardown, which runs on every path before `'env`, and so any lifetime in the
            // guard, ends (clause 1 of `brand`). 2. The handle gives out `&Guard` only.
            unsafe { inert.activate() }
        })
    }

    /// Puts any value into this place, which destroys it at its end at the latest.
    ///
    /// # Examples
    ///
    /// ```
    /// leak::scope(|s| {
    ///     let name = s.own(String::from("worker"));
    ///     // Threads may use handles, by value or from a longer-lived place.
    ///     s.spawn(move || assert_eq!(&**name, "worker")).detach();
    /// });
    /// ```
    pub fn own<G: Send + 'env>(&'s self, value: G) -> Held<'s, G> {
        Held::new_with(&self.raw.core, || value)
    }

    /// Starts a thread that the place waits for.
    ///
    /// # Panics
    ///
    /// If the system refuses a thread. [`Builder::spawn_scoped`](crate::thread::Builder::spawn_scoped)
    /// gives an error instead.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut data = [1, 2, 3, 4];
    /// let (low, high) = data.split_at_mut(2);
    /// let sum = leak::scope(|s| {
    ///     let low = s.spawn(|| { low.reverse(); low.iter().sum::<i32>() });
    ///     let high = s.spawn(|| { high.reverse(); high.iter().sum::<i32>() });
    ///     Ok::<_, Box<dyn core::any::Any + Send>>(low.join()? + high.join()?)
    /// });
    /// assert!(matches!(sum, Ok(10)));
    /// assert_eq!(data, [2, 1, 4, 3]);
    /// ```
    pub fn spawn<F, T>(&'s self, f: F) -> JoinGuard<'s, T>
    where
        F: FnOnce() -> T + Send + 's,
        T: Send + 's,
    {
        self.spawn_with(thread::Builder::new(), f)
            .expect("failed to spawn thread")
    }

    /// Starts a thread that `builder` describes.
    pub(crate) fn spawn_with<F, T>(
        &'s self,
        builder: thread::Builder,
        f: F,
    ) -> io::Result<JoinGuard<'s, T>>
    where
        F: FnOnce() -> T + Send + 's,
        T: Send + 's,
    {
        // SAFETY: 1. What is valid for `'s` is so until the teardown has waited for the threads
        // and dropped their results (clause 2 of `brand`).
        unsafe { child::spawn(&self.raw.core, builder, f) }
    }
}

impl fmt::Debug for Scope<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scope").finish_non_exhaustive()
    }
}

// SAFETY: 1. and 2. Nobody outside this crate has one by value, so nobody can forget it.
unsafe impl Leak for Scope<'_, '_> {}
