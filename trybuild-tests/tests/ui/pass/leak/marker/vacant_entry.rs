//! An entry owns its key.

use leak::mem;
use std::collections::BTreeMap;

/// Borrows until it is dropped.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    let name = "ann";
    let guard = Guard(&name);
    let mut map = BTreeMap::from([(Guard("bob"), 1)]);
    mem::forget(map.entry(guard));
}
