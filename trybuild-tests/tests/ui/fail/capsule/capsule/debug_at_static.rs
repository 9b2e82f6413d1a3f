//! A trait counts if it is there for every brand.

use capsule::{Capsule, Family, Rc};
use std::fmt;

#[derive(Family)]
struct Node<'b>(Rc<'b, u32>);

impl fmt::Debug for Node<'static> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

fn main() {
    let node = Capsule::<Node<'static>>::new(|b| Node(Rc::new(b, 1)));
    assert_eq!(format!("{node:?}"), "Capsule(1)");
}
