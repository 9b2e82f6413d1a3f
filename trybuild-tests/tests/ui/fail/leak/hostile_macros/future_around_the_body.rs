//! A macro above makes a future of the body, polls it once and forgets it. The frame would go without
//! its destructor, while the thread still uses what is lent.

#[hostile_macros::poll_once_and_forget]
#[leak::framed]
fn run(n: &u32) {
    leak::frame!(s);
    s.spawn(|| assert_eq!(*n, 1)).detach();
}

fn main() {
    run(&1);
}
