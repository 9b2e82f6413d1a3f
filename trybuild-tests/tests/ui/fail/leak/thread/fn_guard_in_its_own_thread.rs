//! A thread that borrows the place where its guard is put.

use leak::LeakFnOnce;
use leak::thread::{FnJoinGuard, spawn_fn_unchecked};
use std::sync::Mutex;

#[derive(leak::Disowns, leak::NeverGives)]
struct Place<'a>(&'a Mutex<Option<FnJoinGuard<'a, Place<'a>, ()>>>, &'a Mutex<u8>);

fn main() {
    let number = Mutex::new(0);
    let place = Mutex::new(None);
    let work = LeakFnOnce::new(Place(&place, &number), |place, ()| {
        *place.1.lock().unwrap() = 1;
    });
    // SAFETY: 1. It isn't destroyed before `place` is: this is what must be refused.
    let guard = unsafe { spawn_fn_unchecked(work) };
    *place.lock().unwrap() = Some(guard);
}
