//! `#[test]` is a macro of the prelude, and an import can take its name.

#[test]
#[leak::framed]
fn run() {
    frame!(s);
    s.spawn(|| ()).detach();
}

fn main() {}
