//! In braces, too.

#[leak::framed]
fn run(n: &u32) {
    frame! { s }
    println!("{:?}", s.spawn(|| *n).join().ok());
}

fn main() {
    let _ = run(&1);
}
