//! Values that must stay where they are.

use crate::steps::{Log, block_on, stop_after, yield_now};
use core::marker::PhantomPinned;
use core::pin::Pin;
use leak::async_drop::{AsyncDestruct, AsyncDrop, async_drop};

/// Notes if it isn't where its destructor first saw it.
#[derive(AsyncDrop)]
struct Stays<'l> {
    log: &'l Log,
    at: usize,
    _pinned: PhantomPinned,
}

impl Stays<'_> {
    fn address(&self) -> usize {
        core::ptr::from_ref(self).addr()
    }

    /// As a self-referential value would.
    fn settle(self: Pin<&mut Self>) {
        // SAFETY: nothing is moved.
        let this = unsafe { self.get_unchecked_mut() };
        assert!(
            this.at == 0 || this.at == this.address(),
            "moved while pinned"
        );
        this.at = this.address();
    }
}

impl AsyncDrop for Stays<'_> {
    async fn async_drop(mut self: Pin<&mut Self>) {
        self.as_mut().settle();
        yield_now().await;
        self.as_mut().settle();
        self.log.note("stayed");
    }
}

impl Drop for Stays<'_> {
    fn drop(&mut self) {
        // SAFETY: it isn't moved any more.
        unsafe { Pin::new_unchecked(&mut *self) }.settle();
        self.log.note("!stayed");
    }
}

fn stays(log: &Log) -> Stays<'_> {
    Stays {
        log,
        at: 0,
        _pinned: PhantomPinned,
    }
}

/// Its own code has its fields pinned.
#[derive(AsyncDrop)]
struct Owner<'l, T: AsyncDestruct> {
    field: Stays<'l>,
    optional: Option<Stays<'l>>,
    pair: (u8, [Stays<'l>; 2]),
    generic: T,
}

impl<T: AsyncDestruct> AsyncDrop for Owner<'_, T> {
    async fn async_drop(self: Pin<&mut Self>) {
        // SAFETY: nothing is moved.
        let this = unsafe { self.get_unchecked_mut() };
        let Self {
            field,
            optional,
            pair: (_, [first, second]),
            ..
        } = this;
        let optional = optional.as_mut().expect("it is there");
        for field in [field, optional, first, second] {
            // SAFETY: it is part of something pinned.
            unsafe { Pin::new_unchecked(field) }.settle();
        }
        yield_now().await;
    }
}

#[test]
fn pinned_fields_are_destroyed_where_they_are() {
    let log = &Log::default();
    for polls in 0..9 {
        let owner = Owner {
            field: stays(log),
            optional: Some(stays(log)),
            pair: (1, [stays(log), stays(log)]),
            generic: vec![stays(log)],
        };
        let done = stop_after(polls, async_drop(owner)).is_some();
        assert_eq!(done, polls >= 7);
        assert_eq!(log.take().len(), 5);
    }
}

/// By hand, by value.
struct ByHand<'l>(&'l Log);

impl AsyncDestruct for ByHand<'_> {
    async fn async_destruct(self) {
        self.0.note("by hand");
    }
}

/// Without own code, nobody sees a field pinned: it may be moved.
#[derive(AsyncDrop)]
struct MovesGeneric<T: AsyncDestruct>(T);

/// With own code, it may be moved if it is `Unpin`, which is known here…
#[derive(AsyncDrop)]
struct MovesConcrete<'l>(ByHand<'l>, Option<(ByHand<'l>, u8)>, PhantomPinned);

impl AsyncDrop for MovesConcrete<'_> {
    async fn async_drop(self: Pin<&mut Self>) {}
}

/// … and here.
#[derive(AsyncDrop)]
struct MovesUnpin<T: AsyncDestruct + Unpin>(T);

impl<T: AsyncDestruct + Unpin> AsyncDrop for MovesUnpin<T> {
    async fn async_drop(self: Pin<&mut Self>) {}
}

#[test]
fn impls_by_hand_get_their_value_by_value() {
    let log = &Log::default();
    block_on(async_drop(MovesGeneric(ByHand(log))));
    block_on(async_drop(MovesConcrete(
        ByHand(log),
        Some((ByHand(log), 1)),
        PhantomPinned,
    )));
    block_on(async_drop(MovesUnpin(vec![ByHand(log)])));
    assert_eq!(log.take().len(), 4);
}

/// In containers that put their content on the heap, it wasn't pinned before.
#[derive(AsyncDrop)]
struct OnTheHeap<T: AsyncDestruct>(Box<T>, Vec<T>);

impl<T: AsyncDestruct> AsyncDrop for OnTheHeap<T> {
    async fn async_drop(self: Pin<&mut Self>) {}
}

#[test]
fn the_heap_is_fresh() {
    let log = &Log::default();
    block_on(async_drop(OnTheHeap(
        Box::new(ByHand(log)),
        vec![ByHand(log)],
    )));
    block_on(async_drop(OnTheHeap(
        Box::new(stays(log)),
        vec![stays(log), stays(log)],
    )));
    assert_eq!(log.take().len(), 5);
}
