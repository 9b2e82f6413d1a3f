//! What a scope owns.

use crate::async_drop::poll_destruct::{PollDestruct, PollDrop};
use crate::async_drop::slot::Slot;
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::future::Future;
use core::marker::PhantomPinned;
use core::panic::AssertUnwindSafe;
use core::pin::Pin;
use core::ptr::{self, NonNull};
use core::task::{Context, Poll, ready};
use std::panic::{catch_unwind, resume_unwind};

type Erased<'env> = dyn PollDestruct + Send + 'env;

/// One owned value, with its destructor.
///
/// # Invariants
///
/// 1. The pointer is from `Box::into_raw`, and belongs to this. What it points to is pinned.
pub(crate) struct Entry<'env>(NonNull<Erased<'env>>);

// SAFETY: it owns what it points to, which is `Send`.
unsafe impl Send for Entry<'_> {}
// SAFETY: a shared entry gives nothing but its key.
unsafe impl Sync for Entry<'_> {}

impl<'env> Entry<'env> {
    /// An entry for the value, and where the value lies.
    pub(crate) fn new<T: Send + 'env, D>(content: PollDrop<T, D>) -> (Self, NonNull<Slot<T>>)
    where
        D: Future<Output = ()> + Send + 'env,
    {
        let content = Box::into_raw(Box::new(content));
        // SAFETY: `Box::into_raw` never returns null.
        let content = unsafe { NonNull::new_unchecked(content) };
        // SAFETY: it is live.
        let slot = unsafe { PollDrop::slot(content) };
        // INVARIANT: 1: just made, and not moved afterwards.
        (Self(content), slot)
    }

    pub(crate) fn deferred(future: impl Future<Output = ()> + Send + 'env) -> Self {
        let content: Box<Erased<'env>> = Box::new(Deferred {
            future: Some(future),
            _pinned: PhantomPinned,
        });
        // SAFETY: `Box::into_raw` never returns null.
        // INVARIANT: 1.
        Self(unsafe { NonNull::new_unchecked(Box::into_raw(content)) })
    }

    /// Who knows the entry while the list has it.
    pub(crate) fn key(&self) -> Key<'env> {
        Key(self.0)
    }
}

/// The address of an entry.
pub(crate) struct Key<'env>(NonNull<Erased<'env>>);

// SAFETY: it gives access to what is `Send`, and that by `unsafe` only.
unsafe impl Send for Key<'_> {}
// SAFETY: a shared key gives nothing.
unsafe impl Sync for Key<'_> {}

#[expect(
    clippy::expl_impl_clone_on_copy,
    reason = "a derive would ask `dyn` to be `Clone`"
)]
impl Clone for Key<'_> {
    fn clone(&self) -> Self {
        *self
    }
}

impl Copy for Key<'_> {}

impl Key<'_> {
    /// Goes on destroying the entry.
    ///
    /// # Safety
    ///
    /// 1. The entry is live.
    /// 2. Nobody else touches it meanwhile.
    pub(crate) unsafe fn poll(self, cx: &mut Context<'_>) -> Poll<()> {
        let mut content = self.0;
        // SAFETY: clauses 1 and 2.
        let content = unsafe { content.as_mut() };
        // SAFETY: an entry stays where it is (its invariant 1).
        unsafe { Pin::new_unchecked(content) }.poll_destruct(cx)
    }
}

impl Drop for Entry<'_> {
    fn drop(&mut self) {
        // SAFETY: invariant 1, and it isn't used again.
        drop(unsafe { Box::from_raw(self.0.as_ptr()) });
    }
}

/// A future as an entry.
struct Deferred<F> {
    future: Option<F>,
    _pinned: PhantomPinned,
}

impl<F: Future<Output = ()>> PollDestruct for Deferred<F> {
    fn poll_destruct(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        // SAFETY: the future is pinned with `self`, and dropped in its place.
        let mut slot = unsafe { self.map_unchecked_mut(|this| &mut this.future) };
        if let Some(future) = slot.as_mut().as_pin_mut() {
            ready!(future.poll(cx));
            slot.set(None);
        }
        Poll::Ready(())
    }
}

/// All of a scope, the newest last. Dropped from the newest to the oldest.
#[derive(Default)]
pub(crate) struct Entries<'env>(Vec<Entry<'env>>);

impl<'env> Entries<'env> {
    pub(crate) fn push(&mut self, entry: Entry<'env>) {
        self.0.push(entry);
    }

    pub(crate) fn pop(&mut self) -> Option<Entry<'env>> {
        self.0.pop()
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn newest(&self) -> Option<Key<'env>> {
        self.0.last().map(Entry::key)
    }

    /// Takes an entry out.
    pub(crate) fn remove(&mut self, key: Key<'env>) -> Option<Entry<'env>> {
        let is_it = |entry: &Entry<'env>| ptr::addr_eq(entry.0.as_ptr(), key.0.as_ptr());
        let index = self.0.iter().rposition(is_it)?;
        Some(self.0.remove(index))
    }
}

impl Drop for Entries<'_> {
    fn drop(&mut self) {
        let mut first = None;
        while let Some(entry) = self.pop() {
            if let Err(payload) = catch_unwind(AssertUnwindSafe(|| drop(entry))) {
                first.get_or_insert(payload);
            }
        }
        if let Some(payload) = first
            && !std::thread::panicking()
        {
            resume_unwind(payload);
        }
    }
}
