//! Captures are an argument, too, so their lifetime can not be shortened.

use leak::LeakFn;

fn shorten<'a>(function: LeakFn<&'static str>) -> LeakFn<&'a str> {
    function
}

fn main() {
    shorten(LeakFn::new("ann", |_, ()| ()));
}
