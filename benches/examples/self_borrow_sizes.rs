//! Bytes and allocations of self-borrowing structs, as a Markdown table.
//!
//! ```text
//! cargo run --release -p benches --example self_borrow_sizes
//! ```

#[path = "../contestants/self_borrow.rs"]
mod contestants;

use contestants::{chain, edit, tail, text};
use core::alloc::{GlobalAlloc, Layout};
use core::hint::black_box;
use core::sync::atomic::{AtomicUsize, Ordering};
use std::alloc::System;

/// Counts what is allocated and what is freed.
struct Counting;

static ALLOCATED: AtomicUsize = AtomicUsize::new(0);
static FREED: AtomicUsize = AtomicUsize::new(0);

#[global_allocator]
static COUNTING: Counting = Counting;

// SAFETY: all is left to the allocator of the system.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATED.fetch_add(1, Ordering::Relaxed);
        // SAFETY: the caller's clauses.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        FREED.fetch_add(1, Ordering::Relaxed);
        // SAFETY: the caller's clauses.
        unsafe { System.dealloc(memory, layout) }
    }
}

fn counts() -> (usize, usize) {
    (
        ALLOCATED.load(Ordering::Relaxed),
        FREED.load(Ordering::Relaxed),
    )
}

/// What is more than the owners have of their own.
struct Row {
    size: usize,
    build: usize,
    moved: usize,
    freed: usize,
}

/// `owners` counts what is allocated and freed for the parts alone.
fn row<P, T>(parts: impl Fn() -> P, make: impl Fn(P) -> T) -> Row {
    let parts = parts();
    let before = counts();
    let built = black_box(make(parts));
    let after_build = counts();
    let moved = black_box(through(built));
    let after_move = counts();
    drop(moved);
    let after_drop = counts();
    Row {
        size: size_of::<T>(),
        build: after_build.0 - before.0,
        moved: after_move.0 - after_build.0,
        freed: after_drop.1 - after_move.1,
    }
}

#[inline(never)]
fn through<T>(value: T) -> T {
    black_box(value)
}

fn print(case: &str, name: &str, row: &Row) {
    let Row {
        size,
        build,
        moved,
        freed,
    } = row;
    println!("| {case} | {name} | {size} | {build} | {moved} | {freed} |");
}

fn main() {
    println!("| struct | by | bytes | allocations to build | to move | freed by drop |");
    println!("|---|---|--:|--:|--:|--:|");

    let case = "`String`, `&str`";
    let owner = || String::from("a text on the heap");
    let ours = row(owner, |owner| {
        text::SelfBorrow::new(owner, |text| tail(text))
    });
    print(case, "hand-written", &row(owner, text::Unsafe::new));
    print(
        case,
        "ouroboros",
        &row(owner, |owner| {
            text::Ouroboros::new(owner, |text| tail(text))
        }),
    );
    print(
        case,
        "self_cell",
        &row(owner, |owner| text::SelfCell::new(owner, |text| tail(text))),
    );
    print(
        case,
        "yoke",
        &row(owner, |owner| text::Yoke::attach_to_cart(owner, tail)),
    );
    print(case, "self_borrow", &ours);
    assert_eq!(
        (ours.size, ours.build, ours.moved, ours.freed),
        (40, 0, 0, 1)
    );

    let case = "`Box<String>`, `&mut String`";
    let boxed = || Box::new(owner());
    let ours = row(boxed, |owner| edit::SelfBorrow::new(owner, |text| text));
    print(case, "hand-written", &row(boxed, edit::Unsafe::new));
    print(
        case,
        "ouroboros",
        &row(owner, |owner| edit::Ouroboros::new(owner, |text| text)),
    );
    print(
        case,
        "self_cell",
        &row(owner, |owner| {
            edit::SelfCell::new(self_cell::MutBorrow::new(owner), |text| text.borrow_mut())
        }),
    );
    print(case, "self_borrow", &ours);
    assert_eq!(
        (ours.size, ours.build, ours.moved, ours.freed),
        (16, 0, 0, 2)
    );

    let case = "`String`, `Vec<&str>`, `Vec<&&str>`";
    let ours = row(owner, |owner| {
        chain::SelfBorrow::builder()
            .text(owner)
            .words(|text| text.split(' ').collect())
            .long(|_text, words| words.iter().collect())
            .build()
    });
    print(
        case,
        "ouroboros",
        &row(owner, |owner| {
            chain::Ouroboros::new(
                owner,
                |text| text.split(' ').collect(),
                |words| words.iter().collect(),
            )
        }),
    );
    print(case, "self_borrow", &ours);
    // The two vectors are the dependents' own: one growing by `collect`, one of known length.
    assert_eq!((ours.size, ours.moved, ours.freed), (72, 0, 3));
}
