//! An alias of a `std::rc::Rc` may be anywhere, so it can't come along.

use capsule::CapsuleSend;

#[derive(CapsuleSend)]
struct Node {
    name: std::rc::Rc<str>,
}

fn main() {
    capsule::region(|_, _token| {
        let node = Node { name: "a".into() };
        assert_eq!(&*node.name, "a");
    });
}
