//! A type parameter must be `CapsuleSend` itself.

use capsule::{Capsule, CapsuleSend, Family, Rc};

#[derive(CapsuleSend, Family)]
struct Node<'b, T>(Rc<'b, T>);

fn send<T: CapsuleSend + 'static>(value: T) {
    let capsule = Capsule::<Node<'static, T>>::new(|b| Node(Rc::new(b, value)));
    std::thread::spawn(move || capsule.with_ref(|node, _| drop(node.0.clone()))).join().unwrap();
}

fn main() {
    send(1);
}
