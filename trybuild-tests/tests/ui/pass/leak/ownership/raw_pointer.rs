//! Who owns the target of a raw pointer?

use leak::AllowedInRc;

#[derive(AllowedInRc)]
struct Node<'a> {
    next: Option<&'a Node<'a>>,
    lent: &'a str,
}

fn main() {
    let node = Node {
        next: None,
        lent: "ann",
    };
    assert_eq!(node.lent.len(), 3);
    let _ = node.next;
}
