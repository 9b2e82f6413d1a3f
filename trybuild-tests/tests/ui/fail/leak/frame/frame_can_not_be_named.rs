//! The hidden locals have names that no code of the user can mean, so nothing can forget them.

#[leak::framed]
fn run() {
    leak::frame!(s);
    s.own(1).keep();
    let _frame = leak_frame;
}

fn main() {
    run();
}
