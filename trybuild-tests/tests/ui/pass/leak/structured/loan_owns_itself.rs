//! A loan in its own value: nothing would destroy either of them.

use leak::structured::{Borrowed, Loan};

struct Node {
    own: Option<Borrowed<Node>>,
}

fn main() {
    let (loan, mut borrowed): (_, Borrowed<Node>) = Loan::new(Node { own: None });
    let (other, inner) = Loan::new(Node { own: None });
    let taken = borrowed.enter(|node| node.own.replace(inner).is_none());
    assert_eq!(taken, Ok(true));
    drop((loan, other));
}
