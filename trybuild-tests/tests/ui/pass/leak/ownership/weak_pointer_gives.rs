//! A `Weak` owns nothing, but can be upgraded.

use leak::Disowns;
use leak::NeverGives;
use leak::rc::{Rc, Weak};

fn disowns<T: Disowns<H>, H>(_: &T) {}
fn never_gives<T: NeverGives<H>, H>(_: &T) {}

fn main() {
    let weak = Weak::<u8>::new();
    disowns::<_, Rc<u8>>(&weak);
    never_gives::<_, leak::sync::Arc<u8>>(&weak);
}
