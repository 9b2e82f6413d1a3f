//! An alias of a `std::rc::Rc` may be anywhere, so it can't come along.

use capsule::CapsuleSend;

#[derive(CapsuleSend)]
struct Node<'b> {
    name: capsule::Rc<'b, str>,
}

fn main() {
    capsule::region(|b, _token| {
        let node = Node { name: capsule::Rc::from_str(b, "a") };
        assert_eq!(&*node.name, "a");
    });
}
