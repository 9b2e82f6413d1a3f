//! The other way round: what the inner reference left, the outer one has.

struct S {
    c: u32,
}

fn assert_aliased(a: &mut S) {
    a.c = 13;
    let b = &mut *a;
    b.c = 42;
    assert_eq!(a.c, 42);
}

fn main() {
    assert_aliased(&mut S { c: 0 });
}
