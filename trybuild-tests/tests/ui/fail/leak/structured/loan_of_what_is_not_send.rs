//! What is lent goes to another thread.

use leak::structured::{Loan, scope};
use std::rc::Rc;

fn main() {
    let (loan, borrowed) = Loan::new(Rc::new(1));
    scope(|set| {
        set.spawn(move |_| drop(borrowed)).detach();
    })
    .unwrap();
    drop(loan);
}
