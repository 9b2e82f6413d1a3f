//! What holds at `'static` only doesn't count: an opening has another brand.

use capsule::{Capsule, CapsuleSend, Family, Rc};

#[derive(Family)]
struct Node<'b>(Rc<'b, u32>);

// SAFETY: none, but for no brand that there is.
unsafe impl<'b> CapsuleSend for Node<'b> {}

fn main() {
    let capsule = Capsule::<Node<'static>>::new(|b| Node(Rc::new(b, 1)));
    std::thread::spawn(move || drop(capsule)).join().unwrap();
}
