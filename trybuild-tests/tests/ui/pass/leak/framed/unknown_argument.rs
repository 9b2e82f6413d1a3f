//! A misspelt key.

#[leak::framed(crate = leak)]
fn run() {
    frame!(s);
    s.spawn(|| ()).detach();
}

fn main() {
    run();
}
