//! What owns one is linear, too.

use leak::linear::{Bomb, drop_routinely};

fn main() {
    let bombs = vec![Box::new(Bomb::new(7))];
    let numbers: Vec<_> = bombs.into_iter().map(|bomb| bomb.into_inner()).collect();
    drop_routinely(numbers);
}
