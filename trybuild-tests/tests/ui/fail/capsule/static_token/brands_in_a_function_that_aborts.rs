//! The same, where the end is a call that doesn't return.

use capsule::token;
use capsule::token::{Rc, Token};

fn same<'b>(_: &Token<'b>, _: &Token<'b>) {}

fn main() {
    if std::env::args().count() > 7 {
        token!(one);
        token!(two);
        let rc = Rc::new(&one, 1);
        same(&one, &two);
        rc.free(&mut one);
        drop(Rc::new(&two, 1));
        std::process::abort();
    }
}
