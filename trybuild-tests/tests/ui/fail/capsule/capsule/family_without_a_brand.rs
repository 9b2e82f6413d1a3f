//! Which lifetime is the brand must be in sight.

use capsule::{Capsule, family};

fn main() {
    let capsule = Capsule::<family!(Vec<u32>)>::default();
    assert!(!capsule.is_poisoned());
}
