//! An inner attribute can be a macro as well.

#[leak::framed]
fn run(n: &u32) -> u32 {
    #![allow(clippy::all)]
    frame!(s);
    s.spawn(|| *n).join().unwrap_or(0)
}

fn main() {
    let _n = run(&1);
}
