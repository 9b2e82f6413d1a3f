//! `T: !Disowns<T>`, for a pointer in place of any type.

use leak::rc::Rc;

fn disowns<T: leak::Disowns<H>, H>() {}

fn main() {
    disowns::<leak::rc::Weak<u8>, Rc<u8>>();
    disowns::<fn(Rc<u8>), Rc<u8>>();
}
