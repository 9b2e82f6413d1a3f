//! Nor can a `where` clause say which.

use capsule::{Family, Weak};

#[derive(Family)]
struct Node<'b>(Weak<'b, u32>) where 'b: 'static;

fn main() {
    drop(Node(Weak::new()).0);
}
