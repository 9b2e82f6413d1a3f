//! Which lifetime is the brand must be in sight.

use capsule::{Capsule, Plain};

fn main() {
    let capsule = Capsule::<Plain<Vec<u32>>>::default();
    assert!(!capsule.is_poisoned());
}
