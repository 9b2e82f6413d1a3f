//! A closure is a function of its own, and may be a coroutine.

#[leak::framed]
fn run(n: &u32) {
    frame!(s);
    let twice = || {
        s.spawn(|| *n * 2).join().unwrap_or(0)
    };
    println!("{}", twice());
}

fn main() {
    let _ = run(&1);
}
