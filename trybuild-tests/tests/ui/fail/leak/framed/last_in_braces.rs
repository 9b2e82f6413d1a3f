//! In braces, too.

#[leak::framed]
fn run(n: &u32) {
    println!("{n}");
    frame! { s }
}

fn main() {
    let _ = run(&1);
}
