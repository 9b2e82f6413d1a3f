//! Assigning drops what was there.

use leak::linear::Linear;

fn main() {
    let mut seven = Linear::new(7);
    seven = seven.map(|seven| seven + 1);
    assert_eq!(seven.into_inner(), 8);
}
