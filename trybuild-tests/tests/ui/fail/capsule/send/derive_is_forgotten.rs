//! A type of yours must say that it may cross.

use capsule::{Capsule, Family, Rc};

#[derive(Family)]
struct Node<'b> {
    name: Rc<'b, str>,
}

fn main() {
    let capsule = Capsule::<Node<'static>>::new(|b| Node { name: Rc::from_str(b, "a") });
    std::thread::spawn(move || capsule.with_ref(|node, _| assert_eq!(&*node.name, "a"))).join().unwrap();
}
