//! A macro that expands to the statement is expanded after the attribute has looked.

#[leak::framed]
fn run(n: &u32) {
    leak::frame!(s);
    s.spawn(|| assert_eq!(*n, 1)).detach();
}

fn main() {
    run(&1);
}
