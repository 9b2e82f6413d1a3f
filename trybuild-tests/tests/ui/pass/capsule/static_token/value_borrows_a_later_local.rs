//! What is dropped is destroyed at the end of the block at the latest, so it borrows nothing that is gone by then.

use capsule::token;
use capsule::token::Rc;

fn main() {
    let text = String::from("a");
    token!(t);
    drop(Rc::new(&t, &text));
}
