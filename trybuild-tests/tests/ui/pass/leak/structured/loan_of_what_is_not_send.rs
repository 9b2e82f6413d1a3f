//! What is lent goes to another thread.

use leak::structured::{Loan, scope};
use std::sync::Arc;

fn main() {
    let (loan, borrowed) = Loan::new(Arc::new(1));
    scope(|set| {
        set.spawn(move |_| drop(borrowed)).detach();
    })
    .unwrap();
    drop(loan);
}
