//! No macro can go by the name of a built-in attribute.

use leak::leak_bounds as inline;

#[leak::framed]
#[inline]
fn run(n: &u32) -> u32 {
    frame!(s);
    s.spawn(|| *n).join().unwrap_or(0)
}

fn main() {
    let _n = run(&1);
}
