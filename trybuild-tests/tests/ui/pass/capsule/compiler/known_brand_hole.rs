//! A known bug of the compiler, rust-lang/rust#25860: a function whose arguments imply that one lifetime outlives another
//! can be used where it doesn't. It breaks every brand. When this case stops to compile, the hole is closed.

use capsule::Rc;

/// The arguments imply that the two lifetimes are equal.
fn same<'a, 'b, T>(_: &'a &'b (), _: &'b &'a (), rc: Rc<'b, T>) -> Rc<'a, T> {
    rc
}

fn any_brand<'b, 'other, T>(rc: Rc<'b, T>) -> Rc<'other, T> {
    const STATIC: &&() = &&();
    let same: for<'any> fn(_, _, Rc<'any, T>) -> Rc<'other, T> = same;
    same(STATIC, STATIC, rc)
}

fn main() {
    let escaped: Rc<'static, u32> = capsule::region(|b, _token| any_brand(Rc::new(b, 1)));
    // Harmless here: it is on the same thread.
    assert_eq!(*escaped, 1);
}
