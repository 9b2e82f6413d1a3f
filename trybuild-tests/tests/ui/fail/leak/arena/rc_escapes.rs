//! Neither can a shared one, by way of a variable outside.

fn main() {
    let mut outside = None;
    leak::arena::scope(|arena| {
        let rc = arena.rc(String::from("text"));
        outside = Some(rc);
    });
    assert!(outside.is_some());
}
