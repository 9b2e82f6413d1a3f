//! What the place owns may borrow the data, not the scope that destroys it.

use leak::PinScope;
use std::pin::pin;

fn main() {
    let place = pin!(PinScope::new(1));
    place.as_ref().with(|_, s| s.own(s).keep());
}
