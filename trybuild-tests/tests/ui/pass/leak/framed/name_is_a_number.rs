//! The scope needs a name.

#[leak::framed]
fn run(n: &u32) {
    frame!(s);
    println!("{n}");
    let _ = s;
}

fn main() {
    let _ = run(&1);
}
