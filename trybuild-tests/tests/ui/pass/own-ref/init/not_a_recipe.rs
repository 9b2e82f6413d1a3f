//! A value is not a recipe.

use own_ref::{Slot, init};

fn main() {
    let mut slot = Slot::new();
    drop(slot.hole().init::<(), _>(init::value(6_u8)));
    let built = slot.hole().init::<(), _>(init::value(7_u8));
    assert!(built.is_ok_and(|seven| *seven == 7));
}
