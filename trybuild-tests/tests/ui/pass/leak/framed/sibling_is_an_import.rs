//! An attribute that is imported is a macro.

#[allow(unused_imports)]
use leak::leak_bounds;

#[leak_bounds]
#[leak::framed]
fn run(n: &u32) -> u32 {
    frame!(s);
    s.spawn(|| *n).join().unwrap_or(0)
}

fn main() {
    let _n = run(&1);
}
