//! A loan waits when it is dropped, so it stays on its thread. The other half may leave it.

use leak::structured::{Loan, scope};

fn main() {
    let (loan, borrowed) = Loan::new(1);
    scope(|set| {
        set.spawn(move |_| drop(borrowed)).detach();
    })
    .unwrap();
    drop(loan);
}
