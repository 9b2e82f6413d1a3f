//! A frame is a statement.

#[leak::framed]
fn run(n: &u32) {
    frame!(s).spawn(|| *n).detach();
}

fn main() {
    let _ = run(&1);
}
