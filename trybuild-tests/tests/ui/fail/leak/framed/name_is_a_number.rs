//! The scope needs a name.

#[leak::framed]
fn run(n: &u32) {
    frame!(1);
    println!("{n}");
}

fn main() {
    let _ = run(&1);
}
