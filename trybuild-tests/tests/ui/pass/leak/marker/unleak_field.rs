//! The mark on one field decides for the struct; the other lifetime is free.

use leak::{Leak, Unleak, mem};

#[expect(dead_code, reason = "only forgotten")]
struct Pair<'a, 'b> {
    free: &'a str,
    lent: Unleak<&'b str>,
}

// SAFETY: clause 1: only `lent` rests on destruction. Clause 2: references own nothing.
unsafe impl<'b> Leak for Pair<'_, 'b> where Unleak<&'b str>: Leak {}

fn main() {
    let name = String::from("ann");
    let queue = "queue";
    let (free, lent) = (&*name, &*queue);
    mem::forget(Pair {
        free,
        lent: Unleak(lent),
    });
}
