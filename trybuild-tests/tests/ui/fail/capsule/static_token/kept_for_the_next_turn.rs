//! A token in a loop is another one in each turn.

use capsule::token;
use capsule::token::Rc;

fn main() {
    let mut kept = Vec::new();
    for _ in 0..2 {
        token!(t);
        kept.push(Rc::new(&t, 1));
        if let Some(rc) = kept.pop() {
            rc.free(&mut t);
        }
    }
}
