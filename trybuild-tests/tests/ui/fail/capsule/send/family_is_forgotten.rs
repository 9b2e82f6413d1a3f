//! A capsule holds a family of types, not a type.

use capsule::{Capsule, CapsuleSend, Rc};

#[derive(CapsuleSend)]
struct Node<'b> {
    name: Rc<'b, str>,
}

fn main() {
    let capsule = Capsule::<Node<'static>>::new(|b| Node { name: Rc::from_str(b, "a") });
    capsule.with_ref(|node, _| assert_eq!(&*node.name, "a"));
}
