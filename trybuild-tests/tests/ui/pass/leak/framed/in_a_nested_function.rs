//! A nested function is a function of its own.

#[leak::framed]
fn run(n: &u32) {
    #[leak::framed]
    fn nested(n: &u32) -> u32 {
        frame!(s);
        s.spawn(|| *n).join().unwrap_or(0)
    }
    println!("{}", nested(n));
}

fn main() {
    let _ = run(&1);
}
