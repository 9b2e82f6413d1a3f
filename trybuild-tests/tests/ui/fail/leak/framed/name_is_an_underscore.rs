//! A frame that can't be named can't be used.

#[leak::framed]
fn run(n: &u32) {
    frame!(_);
    println!("{n}");
}

fn main() {
    let _ = run(&1);
}
