//! Threads whose result is inherited.

use core::fmt;
use std::thread::{self, Scope};

use ghost_cell::GhostToken;

use crate::{Brand, Capsule, CapsuleSend, Family};

/// The handle of a thread whose result the joiner inherits, with all its aliases.
///
/// [`std::thread::JoinHandle`] asks for a result that is `Send`: one that could have been sent while the thread
/// still runs. But the thread is over, and all that it shared within its region comes along. So the
/// result may be full of [`Rc`](crate::Rc).
pub struct JoinHandle<F: Family>(thread::JoinHandle<Capsule<F>>);

/// The handle of a thread of a [`std::thread::scope`]; see [`JoinHandle`].
pub struct ScopedJoinHandle<'scope, F: Family>(thread::ScopedJoinHandle<'scope, Capsule<F>>);

/// Starts a thread that builds something in a region of its own.
///
/// ```
/// use capsule::{CapsuleSend, Family, Rc};
///
/// #[derive(CapsuleSend, Family)]
/// struct Tree<'b> {
///     root: Rc<'b, str>,
///     leaves: Vec<Rc<'b, str>>,
/// }
///
/// let thread = capsule::spawn::<Tree<'static>>(|b| {
///     let root = Rc::from_str(b, "root");
///     Tree { leaves: vec![root.clone(), Rc::from_str(b, "leaf")], root }
/// });
/// capsule::region(|b, _| {
///     // As if it had been built here.
///     let tree: Tree<'_> = thread.join(b).unwrap();
///     assert!(Rc::ptr_eq(&tree.root, &tree.leaves[0]));
/// });
/// ```
///
/// # Panics
///
/// As [`std::thread::spawn`], if the system refuses a thread.
pub fn spawn<F>(f: impl for<'b> FnOnce(Brand<'b>) -> F::Of<'b> + Send + 'static) -> JoinHandle<F>
where
    F: Family,
    for<'b> F::Of<'b>: CapsuleSend,
{
    JoinHandle(thread::spawn(move || Capsule::new(f)))
}

/// Starts a thread that builds something in a region of its own, with the region's token; see
/// [`Capsule::build`].
///
/// # Panics
///
/// As [`std::thread::spawn`], if the system refuses a thread.
pub fn spawn_build<F>(
    f: impl for<'b, 'x> FnOnce(Brand<'b>, &'x mut GhostToken<'b>) -> F::Of<'b> + Send + 'static,
) -> JoinHandle<F>
where
    F: Family,
    for<'b> F::Of<'b>: CapsuleSend,
{
    JoinHandle(thread::spawn(move || Capsule::build(f)))
}

/// Starts a thread that works on the content of a capsule.
///
/// ```
/// use capsule::{Capsule, Rc, family};
///
/// type Texts = family!(Vec<Rc<'b, str>>);
/// let texts = Capsule::<Texts>::new(|b| vec![Rc::from_str(b, "a"); 3]);
/// let thread = capsule::spawn_with::<_, Texts>(texts, |mut texts, _token| {
///     texts.truncate(2);
///     texts
/// });
/// assert_eq!(capsule::region(|b, _| thread.join(b).unwrap().len()), 2);
/// ```
///
/// # Panics
///
/// As [`std::thread::spawn`], if the system refuses a thread. If the capsule is poisoned, the thread panics.
pub fn spawn_with<A, F>(
    a: Capsule<A>,
    f: impl for<'b, 'x> FnOnce(A::Of<'b>, &'x mut GhostToken<'b>) -> F::Of<'b> + Send + 'static,
) -> JoinHandle<F>
where
    A: Family,
    F: Family,
    for<'b> A::Of<'b>: CapsuleSend,
    for<'b> F::Of<'b>: CapsuleSend,
{
    JoinHandle(thread::spawn(move || a.map(f)))
}

/// Starts a thread of a [`std::thread::scope`] that builds something in a region of its own. It may borrow
/// from outside of the scope.
///
/// ```
/// use capsule::{Rc, family, thread::spawn_scoped};
///
/// let words = ["a", "b"].map(String::from);
/// std::thread::scope(|s| {
///     let threads = words.each_ref().map(|word| {
///         spawn_scoped::<family!(Rc<'b, str>)>(s, |b| Rc::from_str(b, word))
///     });
///     capsule::region(|b, _| {
///         let texts = threads.map(|thread| thread.join(b).unwrap());
///         assert_eq!(texts.concat(), "ab");
///     });
/// });
/// ```
///
/// # Panics
///
/// As [`Scope::spawn`], if the system refuses a thread.
pub fn spawn_scoped<'scope, F>(
    scope: &'scope Scope<'scope, '_>,
    f: impl for<'b> FnOnce(Brand<'b>) -> F::Of<'b> + Send + 'scope,
) -> ScopedJoinHandle<'scope, F>
where
    F: Family,
    for<'b> F::Of<'b>: CapsuleSend,
{
    ScopedJoinHandle(scope.spawn(move || Capsule::new(f)))
}

/// Starts a thread of a [`std::thread::scope`] that works on the content of a capsule; see [`spawn_with`].
///
/// # Panics
///
/// As [`Scope::spawn`], if the system refuses a thread. If the capsule is poisoned, the thread panics.
pub fn spawn_with_scoped<'scope, A, F>(
    scope: &'scope Scope<'scope, '_>,
    a: Capsule<A>,
    f: impl for<'b, 'x> FnOnce(A::Of<'b>, &'x mut GhostToken<'b>) -> F::Of<'b> + Send + 'scope,
) -> ScopedJoinHandle<'scope, F>
where
    A: Family,
    F: Family,
    for<'b> A::Of<'b>: CapsuleSend,
    for<'b> F::Of<'b>: CapsuleSend,
{
    ScopedJoinHandle(scope.spawn(move || a.map(f)))
}

macro_rules! handle {
    ($(<$scope:lifetime>)? $Handle:ident, $Std:ident) => {
        impl<$($scope,)? F: Family> $Handle<$($scope,)? F> {
            /// Waits for the thread, and merges what it has built into a region here.
            ///
            /// # Errors
            ///
            /// The payload of its panic, if the thread panicked.
            pub fn join(self, b: Brand<'_>) -> thread::Result<F::Of<'_>> {
                self.join_packed().map(|capsule| capsule.open_into(b))
            }

            /// Waits for the thread, and leaves what it has built packed.
            ///
            /// # Errors
            ///
            /// The payload of its panic, if the thread panicked.
            pub fn join_packed(self) -> thread::Result<Capsule<F>> {
                self.0.join()
            }

            /// Whether the thread has run its closure to the end.
            #[must_use]
            pub fn is_finished(&self) -> bool {
                self.0.is_finished()
            }

            /// The thread.
            #[must_use]
            pub fn thread(&self) -> &thread::Thread {
                self.0.thread()
            }
        }

        impl<$($scope,)? F: Family> fmt::Debug for $Handle<$($scope,)? F> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($Handle)).finish_non_exhaustive()
            }
        }
    };
}

handle! { JoinHandle, JoinHandle }
handle! { <'scope> ScopedJoinHandle, ScopedJoinHandle }
