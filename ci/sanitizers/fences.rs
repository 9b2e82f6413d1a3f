//! Teaches ThreadSanitizer the acquire fence in `Arc`.
//!
//! `Arc::drop` is `fetch_sub(1, Release)` and, for the last owner, `fence(Acquire)`. The runtime
//! ignores fences, so the last owner's destructor would be reported as a race with the other owners.
//! (std uses a load in place of the fence when it is itself built for the sanitizer; a prebuilt std
//! isn't.)
//!
//! The linker's `--wrap` sends the calls made by instrumented code here. A thread remembers the
//! location of its last read-modify-write, and an acquire fence acquires what was released there: the
//! rule of the memory model ("a fence synchronizes with the releases that earlier atomic reads of its
//! thread have seen"), cut down to the latest such read. What is cut off can only cause a false
//! report, never hide a race.
//!
//! Built to one object by `ci/sanitizers/env.sh`, with no instrumentation of its own.
#![no_std]
#![feature(thread_local)]

use core::cell::Cell;
use core::ffi::{c_int, c_void};
use core::ptr;

/// `memory_order_release` in the runtime's interface: the one fence that acquires nothing.
const RELEASE: c_int = 3;

#[thread_local]
static LAST_READ: Cell<*mut c_void> = Cell::new(ptr::null_mut());

unsafe extern "C" {
    fn __tsan_acquire(location: *mut c_void);

    #[link_name = "__real___tsan_atomic_thread_fence"]
    fn real_fence(order: c_int);
    #[link_name = "__real___tsan_atomic64_fetch_sub"]
    fn real_fetch_sub(location: *mut u64, by: u64, order: c_int) -> u64;
    #[link_name = "__real___tsan_atomic64_compare_exchange_val"]
    fn real_compare_exchange(
        location: *mut u64,
        old: u64,
        new: u64,
        order: c_int,
        failure: c_int,
    ) -> u64;
}

/// # Safety
///
/// 1. Called by instrumented code only, in place of the function of the runtime.
#[unsafe(export_name = "__wrap___tsan_atomic64_fetch_sub")]
pub unsafe extern "C" fn fetch_sub(location: *mut u64, by: u64, order: c_int) -> u64 {
    LAST_READ.set(location.cast());
    // SAFETY: clause 1: these are the arguments that the runtime's function was called with.
    unsafe { real_fetch_sub(location, by, order) }
}

/// # Safety
///
/// 1. Called by instrumented code only, in place of the function of the runtime.
#[unsafe(export_name = "__wrap___tsan_atomic64_compare_exchange_val")]
pub unsafe extern "C" fn compare_exchange(
    location: *mut u64,
    old: u64,
    new: u64,
    order: c_int,
    failure: c_int,
) -> u64 {
    LAST_READ.set(location.cast());
    // SAFETY: clause 1: these are the arguments that the runtime's function was called with.
    unsafe { real_compare_exchange(location, old, new, order, failure) }
}

/// # Safety
///
/// 1. Called by instrumented code only, in place of the function of the runtime.
#[unsafe(export_name = "__wrap___tsan_atomic_thread_fence")]
pub unsafe extern "C" fn fence(order: c_int) {
    let location = LAST_READ.replace(ptr::null_mut());
    if order != RELEASE && !location.is_null() {
        // SAFETY: the runtime uses the address as a key and never reads through it.
        unsafe { __tsan_acquire(location) };
    }
    // SAFETY: clause 1: this is the argument that the runtime's function was called with.
    unsafe { real_fence(order) }
}
