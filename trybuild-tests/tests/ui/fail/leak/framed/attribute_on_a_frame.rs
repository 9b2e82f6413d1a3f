//! An attribute could be a macro.

#[leak::framed]
fn run(n: &u32) {
    #[allow(unused_variables)]
    frame!(s);
    println!("{:?}", s.spawn(|| *n).join().ok());
}

fn main() {
    let _ = run(&1);
}
