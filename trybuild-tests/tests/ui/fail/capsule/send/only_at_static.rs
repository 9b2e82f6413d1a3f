//! What holds at `'static` only doesn't count: an opening has another brand.

use capsule::{Capsule, CapsuleSend, Family, Rc};

#[derive(Family)]
struct Node<'b>(Rc<'b, u32>, std::rc::Rc<u32>);

// SAFETY: none, but for no brand that there is.
unsafe impl CapsuleSend for Node<'static> {}

fn main() {
    let capsule = Capsule::<Node<'static>>::new(|b| Node(Rc::new(b, 1), std::rc::Rc::new(1)));
    std::thread::spawn(move || drop(capsule)).join().unwrap();
}
