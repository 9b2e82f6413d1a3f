//! A macro above puts the body into a closure. It does no harm, but the attribute can't know which
//! closures do.

#[hostile_macros::body_in_closure]
#[leak::framed]
fn run(n: &u32) {
    leak::frame!(s);
    s.spawn(|| assert_eq!(*n, 1)).detach();
}

fn main() {
    run(&1);
}
