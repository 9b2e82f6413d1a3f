//! Asynchronous destructors don't allocate. Erased ones do once.

use core::alloc::{GlobalAlloc, Layout};
use core::cell::Cell;
use core::future::Future;
use core::pin::{Pin, pin};
use core::task::{Context, Waker};
use leak::async_drop::{
    AsyncDestruct, AsyncDrop, PollDestruct, async_drop, async_drop_boxed, poll_drop,
};
use leak::async_scope;
use std::alloc::System;

struct Counting;

thread_local! {
    static ALLOCATIONS: Cell<usize> = const { Cell::new(0) };
}

// SAFETY: it is the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.set(ALLOCATIONS.get() + 1);
        // SAFETY: the caller keeps the contract.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: the caller keeps the contract.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Its result, and how many allocations it made.
fn counted<R>(f: impl FnOnce() -> R) -> (usize, R) {
    let before = ALLOCATIONS.get();
    let result = f();
    (ALLOCATIONS.get() - before, result)
}

fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut cx = Context::from_waker(Waker::noop());
    loop {
        if let core::task::Poll::Ready(output) = future.as_mut().poll(&mut cx) {
            return output;
        }
    }
}

#[derive(AsyncDrop)]
struct Leaf(String);

impl AsyncDrop for Leaf {
    async fn async_drop(self: Pin<&mut Self>) {
        let mut yielded = false;
        core::future::poll_fn(|_| {
            if core::mem::replace(&mut yielded, true) {
                core::task::Poll::Ready(())
            } else {
                core::task::Poll::Pending
            }
        })
        .await;
    }
}

#[derive(AsyncDrop)]
enum Branch<T: AsyncDestruct> {
    Some { left: T, right: [T; 2] },
    Many(Vec<T>),
}

fn leaf() -> Leaf {
    Leaf(String::from("any"))
}

#[test]
fn the_counter_counts() {
    let (allocations, leaf) = counted(|| Box::new(leaf()));
    assert_eq!(allocations, 2);
    drop(leaf);
}

#[test]
fn known_types_are_destroyed_without_allocation() {
    fn check<T: AsyncDestruct>(value: T) {
        let (allocations, ()) = counted(|| block_on(async_drop(value)));
        assert_eq!(allocations, 0);
    }
    check(leaf());
    check((leaf(), [leaf(), leaf()], Some(leaf())));
    check(Branch::Some {
        left: leaf(),
        right: [leaf(), leaf()],
    });
    check(Branch::Many(vec![Box::new(leaf()), Box::new(leaf())]));
    check(vec![Branch::Many(vec![leaf()]), Branch::Many(vec![])]);
    check(std::collections::VecDeque::from([leaf(), leaf()]));
    check(std::collections::BTreeMap::from([(1, leaf()), (2, leaf())]));
    check(std::collections::HashMap::from([(1, leaf()), (2, leaf())]));
    check(std::sync::Arc::new(std::sync::Mutex::new(leaf())));
}

#[test]
fn dropped_midway_neither() {
    let value = vec![leaf(), leaf()];
    let (allocations, ()) = counted(|| {
        let mut future = pin!(async_drop(value));
        let mut cx = Context::from_waker(Waker::noop());
        assert!(future.as_mut().poll(&mut cx).is_pending());
    });
    assert_eq!(allocations, 0);
}

#[test]
fn an_erased_value_is_one_allocation() {
    let value = (leaf(), leaf());
    let (allocations, erased) =
        counted(|| -> Box<dyn PollDestruct + Send> { Box::new(poll_drop(value)) });
    assert_eq!(allocations, 1);
    let (allocations, ()) = counted(|| block_on(async_drop_boxed(erased)));
    assert_eq!(allocations, 0);
}

#[test]
fn a_value_in_a_scope_is_one_allocation() {
    let [first, second] = [leaf(), leaf()];
    let (allocations, ()) = counted(|| {
        block_on(async_scope!(s => {
            s.own(first);
            let second = s.own(second);
            second.destroy().await;
        }));
    });
    // And one for the list.
    assert_eq!(allocations, 3);
}
