//! A closure that must work for every `'b` can't be two of them, also if it never returns, so that nothing is
//! dropped that would tell the lifetimes apart.

use capsule::{Brand, Rc, region};

fn same<'b>(_: Brand<'b>, _: Brand<'b>) {}

fn main() {
    if std::env::args().count() > 7 {
        region(|one, _token| {
            region(|two, _token| {
                same(one, two);
                drop(Rc::new(two, 1));
                loop {}
            })
        })
    }
}
