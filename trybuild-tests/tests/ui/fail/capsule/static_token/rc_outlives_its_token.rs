//! A brand ends with the block of its token.

use capsule::token;
use capsule::token::Rc;

fn main() {
    let mut kept = None;
    {
        token!(t);
        kept = Some(Rc::new(&t, 1));
    }
    drop(kept);
}
