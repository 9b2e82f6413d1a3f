//! Forgetting it would let the thread outlive what it borrows.

use leak::LeakFnOnce;
use leak::thread::spawn_fn_unchecked;

fn main() {
    let name: &'static str = "ann";
    let work = LeakFnOnce::new(name, |name, ()| name.len());
    // SAFETY: 1. `'a` is `'static`.
    let guard = unsafe { spawn_fn_unchecked(work) };
    leak::mem::forget(guard);
}
