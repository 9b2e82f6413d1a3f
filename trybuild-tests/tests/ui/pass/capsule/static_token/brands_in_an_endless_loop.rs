//! Two tokens have two brands, also in a function that never returns, where no destructor is reached but by
//! unwinding.

use capsule::token;
use capsule::token::{Rc, Token};

fn same<'b>(_: &Token<'b>, _: &Token<'b>) {}

fn main() {
    if std::env::args().count() > 7 {
        token!(one);
        token!(two);
        same(&one, &one);
        drop((Rc::new(&one, 1), Rc::new(&two, 1)));
        loop {}
    }
}
