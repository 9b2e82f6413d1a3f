//! A recipe accepts a hole of any lifetime, so it can't keep it.

use own_ref::{Hole, Slot, init};

fn main() {
    let mut kept = None;
    let recipe = init::from_fn(|hole: Hole<'_, u8>| {
        kept = Some(hole);
        Err("kept")
    });
    let mut slot = Slot::new();
    assert!(slot.hole().init(recipe).is_err());
    assert!(kept.is_some());
}
