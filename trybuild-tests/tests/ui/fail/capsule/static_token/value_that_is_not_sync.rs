//! Without a check at run time, any thread may look at the value.

use capsule::token;
use capsule::token::Rc;

fn main() {
    token!(t);
    let rc = Rc::new(&t, std::cell::Cell::new(1));
    drop(rc);
}
