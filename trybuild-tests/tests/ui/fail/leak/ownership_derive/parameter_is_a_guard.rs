//! The parameter has the bound.

use leak::rc::Rc;
use leak::AllowedInRc;

#[derive(AllowedInRc)]
struct Pair<T>(T, u8);

fn main() {
    let pair = Rc::new_allowed(Pair(core::ptr::null::<u8>(), 1));
    assert_eq!(pair.1, 1);
    let _ = pair.0;
}
