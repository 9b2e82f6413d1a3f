//! `#[test]` is a macro of the prelude, and an import can take its name.

#[leak::framed]
#[test]
fn run() {
    frame!(s);
    s.spawn(|| ()).detach();
}

fn main() {}
