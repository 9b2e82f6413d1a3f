//! A frame that can't be named can't be used.

#[leak::framed]
fn run(n: &u32) {
    frame!(s);
    println!("{n}");
    let _ = s;
}

fn main() {
    let _ = run(&1);
}
