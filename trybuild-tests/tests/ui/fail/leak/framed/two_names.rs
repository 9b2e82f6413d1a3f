//! One frame, one name.

#[leak::framed]
fn run(n: &u32) {
    frame!(s, t);
    println!("{n}");
}

fn main() {
    let _ = run(&1);
}
