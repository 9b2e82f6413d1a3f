//! The body of an `async` closure is a future.

#[leak::framed]
fn run(n: &u32) {
    let make = async |more: u32| {
        frame!(s);
        s.spawn(|| *n + more).join().unwrap_or(0)
    };
    drop(make(1));
}

fn main() {
    let _ = run(&1);
}
