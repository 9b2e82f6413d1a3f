//! Who shares the token may look, not count.

use capsule::token;
use capsule::token::Rc;

fn main() {
    token!(t);
    let rc = Rc::new(&t, 1);
    let value = rc.get(&t);
    let alias = rc.dup(&mut t);
    assert_eq!(*value, 1);
    drop(alias);
}
