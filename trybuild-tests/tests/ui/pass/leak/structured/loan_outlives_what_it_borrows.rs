//! A loan of a reference is bound by the reference, on both sides.

use leak::structured::{Borrowed, Loan};

fn lend(text: &str) -> Borrowed<&str> {
    let (loan, borrowed) = Loan::new(text);
    core::mem::forget(loan);
    borrowed
}

fn main() {
    drop(lend(&String::from("text")));
}
