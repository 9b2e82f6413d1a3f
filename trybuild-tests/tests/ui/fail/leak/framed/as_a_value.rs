//! A frame is a statement.

#[leak::framed]
fn run(n: &u32) {
    let s = frame!(s);
    println!("{:?}", s.spawn(|| *n).join().ok());
}

fn main() {
    let _ = run(&1);
}
