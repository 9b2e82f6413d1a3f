//! `cfg_attr` may only hold what may stand alone.

#[leak::framed]
#[cfg_attr(all(), inline, must_use)]
fn run(n: &u32) -> u32 {
    frame!(s);
    s.spawn(|| *n).join().unwrap_or(0)
}

fn main() {
    let _n = run(&1);
}
