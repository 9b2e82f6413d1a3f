//! `arena`: what is allocated, counted. In a process of its own.
#![cfg(feature = "bumpalo")]

use core::alloc::{GlobalAlloc, Layout};
use core::cell::Cell;
use leak::arena::{self, Boxed};
use std::alloc::System;

/// Counts what this thread allocates, and what it gives back.
struct Counting;

thread_local! {
    static COUNT: Cell<usize> = const { Cell::new(0) };
    /// Below zero, where it gives back what others allocated.
    static HELD: Cell<isize> = const { Cell::new(0) };
}

// SAFETY: it passes everything on to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        _ = COUNT.try_with(|count| count.set(count.get() + 1));
        _ = HELD.try_with(|held| held.set(held.get() + layout.size().cast_signed()));
        // SAFETY: the caller's contract is the same.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        _ = HELD.try_with(|held| held.set(held.get() - layout.size().cast_signed()));
        // SAFETY: the caller's contract is the same.
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

struct Counts<'env>(&'env Cell<usize>);

impl Drop for Counts<'_> {
    fn drop(&mut self) {
        self.0.set(self.0.get() + 1);
    }
}

#[test]
fn an_empty_arena_allocates_nothing() {
    let before = COUNT.get();
    arena::scope(|_| ());
    assert_eq!(COUNT.get(), before);
}

/// Chunks that double: some ten for ten thousand values, and all of them go back.
#[test]
fn values_share_chunks() {
    let values = if cfg!(miri) { 200 } else { 10_000 };
    let (before, held) = (COUNT.get(), HELD.get());
    let drops = Cell::new(0);
    arena::scope(|arena| {
        for _ in 0..values {
            Boxed::keep(arena.boxed(Counts(&drops)));
            arena.rc(Counts(&drops)).keep();
        }
    });
    assert!(
        COUNT.get() - before <= 16,
        "{} allocations",
        COUNT.get() - before
    );
    assert_eq!((drops.get(), HELD.get()), (2 * values, held));
}

/// A value without a destructor takes its own size, and no place in a list.
#[test]
fn plain_values_take_their_size() {
    let held = HELD.get();
    arena::scope(|arena| {
        for byte in 0..=255_u8 {
            Boxed::keep(arena.boxed([byte; 16]));
        }
        // 4096 bytes: the chunks are 512, 1024, 2048 and 4096, less what `bumpalo` needs itself.
        assert!(
            HELD.get() - held <= 512 + 1024 + 2048 + 4096,
            "{}",
            HELD.get() - held
        );
    });
    assert_eq!(HELD.get(), held);
}
