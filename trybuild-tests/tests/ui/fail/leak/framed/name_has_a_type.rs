//! The type of the scope is known.

#[leak::framed]
fn run(n: &u32) {
    frame!(s: &leak::Scope);
    println!("{n}");
}

fn main() {
    let _ = run(&1);
}
