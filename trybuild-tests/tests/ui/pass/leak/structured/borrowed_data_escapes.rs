//! The borrower has the value for the time of a call.

use leak::structured::Loan;

fn main() {
    let (loan, mut borrowed) = Loan::new(String::from("text"));
    let mut kept = borrowed.enter(|text| text.clone()).unwrap();
    loan.end();
    kept.push('s');
}
