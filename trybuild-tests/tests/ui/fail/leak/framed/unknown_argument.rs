//! A misspelt key.

#[leak::framed(krate = leak)]
fn run() {
    frame!(s);
    s.spawn(|| ()).detach();
}

fn main() {
    run();
}
