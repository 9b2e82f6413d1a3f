//! A thread that borrows the place where its guard is put.

use leak::LeakFnOnce;
use leak::thread::{FnJoinGuard, spawn_fn_unchecked};
use std::sync::Mutex;

#[derive(leak::Disowns, leak::NeverGives)]
struct Place<'a>(&'a Mutex<u8>);

fn main() {
    let number = Mutex::new(0);
    let work = LeakFnOnce::new(Place(&number), |place, ()| {
        *place.0.lock().unwrap() = 1;
    });
    // SAFETY: 1. It is dropped here.
    let guard = unsafe { spawn_fn_unchecked(work) };
    drop(guard);
    let _: Option<FnJoinGuard<'_, u8, ()>> = None;
}
