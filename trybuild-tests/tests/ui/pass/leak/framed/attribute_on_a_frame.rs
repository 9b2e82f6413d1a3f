//! An attribute could be a macro.

#[leak::framed]
fn run(n: &u32) {
    #[cfg(all())]
    frame!(s);
    println!("{:?}", s.spawn(|| *n).join().ok());
}

fn main() {
    let _ = run(&1);
}
