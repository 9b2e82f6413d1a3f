//! A loan in its own value: nothing would destroy either of them.

use leak::structured::{Borrowed, Loan};

struct Node {
    own: Option<Loan<Node>>,
}

fn main() {
    let (loan, mut borrowed): (_, Borrowed<Node>) = Loan::new(Node { own: None });
    let taken = borrowed.enter(|node| node.own.replace(loan).is_none());
    assert_eq!(taken, Ok(true));
}
