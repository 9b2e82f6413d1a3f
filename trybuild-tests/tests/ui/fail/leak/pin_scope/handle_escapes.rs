//! Handles belong to the closure; what they stand for stays in the place.

use leak::PinScope;
use std::pin::pin;

fn main() {
    let place = pin!(PinScope::new(1));
    let _guard = place.as_ref().with(|n, s| s.spawn(|| *n));
}
