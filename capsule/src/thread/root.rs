//! Thread locals as a capability.

use core::cell::{Cell, OnceCell};
use core::fmt;
use core::marker::PhantomData;
use std::thread::LocalKey;

use ghost_cell::GhostToken;

use crate::brand::{BelongsToOneThread, Invariant};
use crate::{Brand, Family};

std::thread_local! {
    /// Whether a root is active on this thread. Without a destructor, so it is there until the thread is gone.
    static ACTIVE: Cell<bool> = const { Cell::new(false) };
}

/// Permission to use what is bound to this thread, in a region that never leaves it.
///
/// Thread locals need no permission in Rust, so a signature doesn't tell whether a function uses any. Those
/// that are made by [`root_local!`](crate::root_local) take this key, and who calls a function that uses them has to have it: that
/// the function is bound to the thread is in its type. The key can't be moved to another thread, nor
/// be packed in a capsule.
///
/// A function without a key can be called in any region, on any thread; one with a key, only below
/// [`thread_root`].
///
/// # Where it comes from
///
/// "Natural aliasing model" proposes it, under this name: "you shouldn't be able to prove that `'a` aliasing lifetime
/// does not occur somewhere else, so you won't ever be able to send it across threads".
///
/// # Invariants
///
/// 1. `'t` is the lifetime of the root that is active on the thread on which this value is.
#[derive(Clone, Copy)]
pub struct ThreadLocalKey<'t> {
    /// Invariance: what a thread local holds has this brand.
    root: Invariant<'t>,
    /// Neither `Send` nor `Sync`: a thread would find another's key, and with it its own thread locals at the
    /// brand of the other (ui test `thread_root/key_on_another_thread`).
    _thread: PhantomData<BelongsToOneThread>,
}

impl fmt::Debug for ThreadLocalKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ThreadLocalKey")
    }
}

impl<'t> ThreadLocalKey<'t> {
    /// The brand of the thread's region.
    #[inline]
    #[must_use]
    pub fn brand(self) -> Brand<'t> {
        let Self { root, .. } = self;
        Brand::of_root(root)
    }
}

/// Runs a closure as the root of this thread: it gets the key to what is bound to the thread, and the brand of
/// the thread's region.
///
/// ```
/// use capsule::{Rc, ThreadLocalKey, family, root_local, thread_root};
/// use std::cell::RefCell;
///
/// root_local! {
///     static NAMES: family!(RefCell<Vec<Rc<'t, str>>>) = |_key| RefCell::new(Vec::new());
/// }
///
/// /// Bound to the thread, as one can see.
/// fn intern<'t>(key: ThreadLocalKey<'t>, name: &str) -> Rc<'t, str> {
///     NAMES.with(key, |names| {
///         let mut names = names.borrow_mut();
///         if let Some(known) = names.iter().find(|known| &***known == name) {
///             return known.clone();
///         }
///         names.push(Rc::from_str(key.brand(), name));
///         names[names.len() - 1].clone()
///     })
/// }
///
/// thread_root(|key, _brand| {
///     assert!(Rc::ptr_eq(&intern(key, "a"), &intern(key, "a")));
/// });
/// ```
///
/// # Panics
///
/// If there is a root on this thread already, or the closure panics.
pub fn thread_root<R>(f: impl for<'t> FnOnce(ThreadLocalKey<'t>, Brand<'t>) -> R) -> R {
    thread_root_with(|key, _token| f(key, key.brand()))
}

/// [`thread_root`], with the token of the thread's region in place of its brand.
///
/// # Panics
///
/// As [`thread_root`].
pub fn thread_root_with<R>(
    f: impl for<'t, 'x> FnOnce(ThreadLocalKey<'t>, &'x mut GhostToken<'t>) -> R,
) -> R {
    struct End;
    impl Drop for End {
        fn drop(&mut self) {
            ACTIVE.set(false);
        }
    }

    assert!(
        !ACTIVE.replace(true),
        "there is a root on this thread already: pass its key on"
    );
    let _end = End;
    GhostToken::new(|mut token| {
        // INVARIANT: 1. The lifetime is that of the token, which is new; no other root is active.
        let key = key_of(&token);
        f(key, &mut token)
    })
}

fn key_of<'t>(_: &GhostToken<'t>) -> ThreadLocalKey<'t> {
    ThreadLocalKey {
        root: PhantomData,
        _thread: PhantomData,
    }
}

/// A thread local that may hold pointers of the thread's region, and asks for the key; see
/// [`root_local!`](crate::root_local).
pub struct RootLocal<F: Family> {
    slot: &'static LocalKey<Slot<F>>,
    init: for<'t> fn(ThreadLocalKey<'t>) -> F::Of<'t>,
}

/// What a thread holds for a [`RootLocal`].
///
/// # Invariants
///
/// 1. The content is part of the region of this thread: what its roots can reach.
#[doc(hidden)]
pub struct Slot<F: Family> {
    content: OnceCell<F::Of<'static>>,
    /// Whether the content is being made.
    begun: Cell<bool>,
}

impl<F: Family> Slot<F> {
    /// An empty one.
    #[doc(hidden)]
    #[must_use]
    pub const fn new() -> Self {
        Self {
            content: OnceCell::new(),
            begun: Cell::new(false),
        }
    }
}

impl<F: Family> fmt::Debug for Slot<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Slot")
    }
}

impl<F: Family> fmt::Debug for RootLocal<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RootLocal")
    }
}

impl<F: Family> RootLocal<F> {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(
        slot: &'static LocalKey<Slot<F>>,
        init: for<'t> fn(ThreadLocalKey<'t>) -> F::Of<'t>,
    ) -> Self {
        Self { slot, init }
    }

    /// The value of this thread. The first call on a thread makes it.
    ///
    /// It stays when the root ends, and the next root on the same thread finds it.
    ///
    /// # Panics
    ///
    /// If the value is being made (by this very call, further up), or the thread's locals are destroyed already; or if
    /// the closure does.
    pub fn with<'t, R>(
        &'static self,
        key: ThreadLocalKey<'t>,
        f: impl FnOnce(&F::Of<'t>) -> R,
    ) -> R {
        struct End<'a>(&'a Cell<bool>);
        impl Drop for End<'_> {
            fn drop(&mut self) {
                self.0.set(false);
            }
        }

        self.slot.with(|slot| {
            let content = slot.content.get_or_init(|| {
                assert!(
                    !slot.begun.replace(true),
                    "the value of a root local needs itself to be made"
                );
                let _end = End(&slot.begun);
                let content = (self.init)(key);
                // SAFETY: 1. It becomes part of the region of this thread, which is the one of `key`. It can be
                // reached by the key of a root on this thread only, so by one root at a time, and as
                // long as no root is active, nothing has a brand to say what it is. It is dropped by this thread.
                unsafe { crate::capsule::rebrand::<F>(content) }
            });
            // SAFETY: 1. The content is part of the region of this thread, by the slot's invariant, and `'t` is
            // that region, by the key's.
            f(unsafe { crate::capsule::rebrand_ref::<F>(content) })
        })
    }
}

/// Declares thread locals that can be used with the key of the thread's root only, and may hold pointers of
/// its region. See [`thread_root`].
///
/// `static NAME: family = |key| value;`
#[macro_export]
macro_rules! root_local {
    ($($(#[$attr:meta])* $vis:vis static $NAME:ident: $family:ty = $init:expr;)*) => {$(
        $(#[$attr])*
        $vis static $NAME: $crate::thread::RootLocal<$family> = {
            $crate::__private::thread_local! {
                static SLOT: $crate::thread::Slot<$family> = const { $crate::thread::Slot::new() };
            }
            $crate::thread::RootLocal::new(&SLOT, $init)
        };
    )*};
}
