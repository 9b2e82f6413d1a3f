//! The scope needs a name.

#[leak::framed]
fn run(n: &u32) {
    frame!();
    println!("{n}");
}

fn main() {
    let _ = run(&1);
}
