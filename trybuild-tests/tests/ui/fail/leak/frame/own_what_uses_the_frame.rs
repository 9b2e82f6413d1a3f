//! What the frame owns can't use the frame: its destructor runs while the frame is torn down.

#[leak::framed]
fn run() {
    let n = 1;
    leak::frame!(s);
    s.own(s).keep();
}

fn main() {
    run();
}
