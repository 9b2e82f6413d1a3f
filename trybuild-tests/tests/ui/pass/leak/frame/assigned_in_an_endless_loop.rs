//! Nothing in the loop ends it or can panic, so the frame is never dropped. What a thread borrows is
//! borrowed all the same.

#[leak::framed]
fn watch() -> u32 {
    let (mut lent, mut other) = (1, 1);
    other += lent;
    lent += other;
    frame!(s);
    core::mem::forget(s.spawn(|| lent == 2));
    loop {
        other = 2;
    }
}

fn main() {
    let _ = watch as fn() -> u32;
}
