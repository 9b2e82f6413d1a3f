//! A trait object may own whatever it likes, and so the pointer to what it lies in.

use leak::rc::Rc;
use leak::{AllowedInRc, Unleak};

trait Shape {
    fn area(&self) -> u32;
}

impl Shape for u32 {
    fn area(&self) -> u32 {
        *self
    }
}

#[derive(AllowedInRc)]
struct Node<'a> {
    lent: Unleak<&'a str>,
    shape: Box<dyn Shape + 'a>,
}

fn main() {
    let name = String::from("ann");
    let node = Rc::new_allowed(Node {
        lent: Unleak(&name),
        shape: Box::new(4),
    });
    assert_eq!((node.lent.len(), node.shape.area()), (3, 4));
}
