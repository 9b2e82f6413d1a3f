//! What owns one is linear, too.

use leak::linear::{Bomb, drop_routinely};

fn main() {
    let bombs = vec![Box::new(Bomb::new(7))];
    drop_routinely(bombs);
}
