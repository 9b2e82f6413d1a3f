//! What is lent can't be touched before the scope ends, even if the guard was forgotten.

fn main() {
    let mut numbers = vec![1, 2, 3];
    leak::scope(|s| {
        core::mem::forget(s.spawn(|| numbers.push(4)));
    });
    numbers.push(6);
}
