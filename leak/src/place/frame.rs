//! The place that [`#[framed]`](macro@crate::framed) puts into a function.

use super::Scope;
use super::scope::RawScope;
use core::fmt;
use core::marker::PhantomData;

/// The memory of a frame.
///
/// Its destructor does nothing, but it makes the compiler keep `'env` alive until after the
/// [`Frame`], which borrows this. So `'env` is longer than the borrow `'s`, which is what keeps
/// guards from borrowing the place itself.
pub struct FrameStore<'env> {
    raw: RawScope,
    /// Invariant, as in [`Scope`].
    env: PhantomData<&'env mut &'env ()>,
}

impl FrameStore<'_> {
    /// An empty store.
    #[expect(clippy::new_without_default, reason = "for `#[framed]` only")]
    #[must_use]
    pub fn new() -> Self {
        Self {
            raw: RawScope::new(),
            env: PhantomData,
        }
    }
}

impl Drop for FrameStore<'_> {
    fn drop(&mut self) {}
}

/// The place, and its teardown.
///
/// Because of its destructor, `'s` and all that was borrowed for it must be alive when the frame
/// is dropped: what is lent was declared before the frame, and can't be touched until then.
pub struct Frame<'s, 'env> {
    store: &'s FrameStore<'env>,
    /// Invariant: `Frame<'long>` must not give out a `Scope<'short>`.
    scope: PhantomData<&'s mut &'s ()>,
}

impl<'s, 'env> Frame<'s, 'env> {
    /// A frame in `store`.
    ///
    /// # Safety
    ///
    /// 1. The frame is a local variable of a synchronous function that nobody can name, declared
    ///    right after `store`, which nobody can name either: so it is dropped on every path out of
    ///    its block, never moved, never forgotten, and never part of a value.
    #[must_use]
    pub unsafe fn new(store: &'s FrameStore<'env>) -> Self {
        Self {
            store,
            scope: PhantomData,
        }
    }

    /// The place.
    #[must_use]
    pub fn scope(&self) -> &'s Scope<'s, 'env> {
        // SAFETY: 1. The frame's destructor tears down, and it runs, by clause 1 of `new`. The
        // answer can't be used later, because the destructor keeps `'s` exclusive to the time
        // before it. 2. The destructors of frame and store make the compiler keep `'s` and `'env`
        // alive till then. `'s` ends before the store is dropped, and `'env` doesn't, so they
        // differ.
        unsafe { self.store.raw.brand() }
    }
}

impl Drop for Frame<'_, '_> {
    fn drop(&mut self) {
        self.store.raw.teardown();
    }
}

impl fmt::Debug for FrameStore<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FrameStore").finish_non_exhaustive()
    }
}

impl fmt::Debug for Frame<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Frame").finish_non_exhaustive()
    }
}
