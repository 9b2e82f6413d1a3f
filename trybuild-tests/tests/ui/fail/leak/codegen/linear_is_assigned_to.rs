//! Assigning drops what was there.

use leak::linear::Linear;

fn main() {
    let mut seven = Linear::new(7);
    seven = Linear::new(8);
    assert_eq!(seven.into_inner(), 8);
}
