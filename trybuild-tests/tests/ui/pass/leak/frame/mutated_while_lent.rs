//! The frame is dropped at the end of its block, whatever became of the guard: till then, what was
//! lent stays lent.

#[leak::framed]
fn run() -> usize {
    let mut numbers = vec![1, 2, 3];
    leak::frame!(s);
    core::mem::forget(s.spawn(|| numbers.push(4)));
    0
}

fn main() {
    run();
}
