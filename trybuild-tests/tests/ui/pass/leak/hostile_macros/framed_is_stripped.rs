//! A macro above takes `#[framed]` away. What is left of `frame!` must not work by itself.

#[leak::framed]
fn run(n: &u32) {
    leak::frame!(s);
    s.spawn(|| assert_eq!(*n, 1)).detach();
}

fn main() {
    run(&1);
}
