//! The vector is broken until the guard is destroyed, so a guard by value can't be forgotten.

use leak::Activate;
use leak::vec::drain_range;

fn main() {
    let mut numbers = vec![1, 2, 3];
    // SAFETY: 1. It isn't, if it is forgotten: the compiler refuses that. 2. It stays here.
    let drain = unsafe { drain_range(&mut numbers, 1..).activate() };
    leak::mem::forget(drain);
}
