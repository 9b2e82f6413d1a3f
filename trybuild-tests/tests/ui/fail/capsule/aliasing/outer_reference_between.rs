//! Compound aliasing has no symmetry: while there is the inner reference, the outer one says nothing.

struct S {
    c: u32,
}

fn assert_aliased(b: &mut S) {
    let a = &mut *b;
    a.c = 13;
    b.c = 42;
    assert_eq!(a.c, 42);
}

fn main() {
    assert_aliased(&mut S { c: 0 });
}
