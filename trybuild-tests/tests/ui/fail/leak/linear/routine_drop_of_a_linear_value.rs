//! Code that drops what it is given, by its bound.

use leak::linear::{Linear, drop_routinely};

fn main() {
    let seven = Linear::new(7);
    drop_routinely(seven);
}
