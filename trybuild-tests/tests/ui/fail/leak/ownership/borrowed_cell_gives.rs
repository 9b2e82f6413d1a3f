//! Who has a reference to a cell can take what is in it.

use leak::rc::Rc;
use std::cell::RefCell;

fn never_gives<T: leak::NeverGives<H>, H>(_: T) {}

fn main() {
    let cell = RefCell::new(Some(Rc::new(1)));
    never_gives::<_, Rc<u8>>(&cell);
}
