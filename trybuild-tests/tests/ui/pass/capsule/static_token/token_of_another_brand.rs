//! A pointer is counted by the token of its brand.

use capsule::token;
use capsule::token::Rc;

fn main() {
    token!(one);
    token!(two);
    let rc = Rc::new(&two, 1);
    rc.free(&mut two);
    drop(one);
}
