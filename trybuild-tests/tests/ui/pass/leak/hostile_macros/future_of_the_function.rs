//! A macro above makes the function async.

#[leak::framed]
fn run(n: &u32) {
    leak::frame!(s);
    s.spawn(|| assert_eq!(*n, 1)).detach();
}

fn main() {
    let _done = run(&1);
}
