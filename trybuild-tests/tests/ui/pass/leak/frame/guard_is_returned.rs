//! The frame waits for its threads, so a guard has nothing to say outside.

#[leak::framed]
fn run(n: &u32) -> std::thread::Result<u32> {
    leak::frame!(s);
    s.spawn(|| *n + 1).join()
}

fn main() {
    drop(run(&1));
}
