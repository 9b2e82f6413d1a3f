//! A frame is a statement, also in the last place.

#[leak::framed]
fn run(n: &u32) -> u32 {
    println!("{n}");
    frame!(s)
}

fn main() {
    run(&1);
}
