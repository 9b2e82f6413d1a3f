//! A macro below `#[framed]` would get to see the frame, and could wrap it into anything.

#[leak::framed]
#[hostile_macros::body_twice]
fn run(n: &u32) {
    leak::frame!(s);
    s.spawn(|| assert_eq!(*n, 1)).detach();
}

fn main() {
    run(&1);
}
