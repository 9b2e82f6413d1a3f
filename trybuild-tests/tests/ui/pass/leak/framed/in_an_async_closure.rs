//! The body of an `async` closure is a future.

#[leak::framed]
fn run(n: &u32) {
    frame!(s);
    let make = async |more: u32| {
        s.spawn(move || *n + more).join().unwrap_or(0)
    };
    drop(make(1));
}

fn main() {
    let _ = run(&1);
}
