//! What children borrow can't be touched before the set ends, even if the guard was forgotten.

use leak::structured::scope;

fn main() {
    let mut numbers = vec![1, 2, 3];
    scope(|set| {
        core::mem::forget(set.spawn(|_| numbers.push(4)));
    })
    .unwrap();
    numbers.push(5);
}
