//! `structured`: what is allocated, counted. In a process of its own.

use core::alloc::{GlobalAlloc, Layout};
use core::cell::Cell;
use core::hint::black_box;
use leak::structured::{Loan, Value, lend, scope};
use std::alloc::System;

/// Counts what this thread allocates.
struct Counting;

thread_local! {
    static COUNT: Cell<usize> = const { Cell::new(0) };
}

// SAFETY: it passes everything on to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        _ = COUNT.try_with(|count| count.set(count.get() + 1));
        // SAFETY: the caller's contract is the same.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        // SAFETY: the caller's contract is the same.
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn allocations<R>(f: impl FnOnce() -> R) -> usize {
    let before = COUNT.get();
    black_box(f());
    COUNT.get() - before
}

#[test]
#[cfg_attr(miri, ignore = "under Miri each child starts a thread")]
fn as_documented() {
    drop(std::thread::current());
    assert_eq!(allocations(|| scope(|_| ())), 2, "a scope");
    assert_eq!(
        allocations(|| lend::<Value<u8>, _>(&1, |lender| lender.edge().enter(|n| *n))),
        1,
        "a lender, and its edges"
    );
    let loan = || {
        let (loan, mut borrowed) = Loan::new(1);
        borrowed.enter(|n| *n += 1).map(|()| loan.end())
    };
    assert_eq!(allocations(loan), 1, "a loan");

    scope(|set| {
        // So that there are threads, and places in the list.
        let children: Vec<_> = (0..4).map(|_| set.spawn(|_| std::thread::park())).collect();
        for child in children {
            child.thread().unpark();
            child.join().unwrap();
        }
        for result in [0, 1] {
            // The child's own allocations are on its thread.
            let child = || set.spawn(move |_| [result; 100]).join().map(|all| all[99]);
            assert_eq!(allocations(child), 1, "a child");
        }
    })
    .unwrap();
}
