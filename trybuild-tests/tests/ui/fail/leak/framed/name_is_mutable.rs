//! The scope is a reference.

#[leak::framed]
fn run(n: &u32) {
    frame!(mut s);
    println!("{n}");
}

fn main() {
    let _ = run(&1);
}
