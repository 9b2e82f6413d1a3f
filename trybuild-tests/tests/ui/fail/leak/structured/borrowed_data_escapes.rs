//! The borrower has the value for the time of a call.

use leak::structured::Loan;

fn main() {
    let (loan, mut borrowed) = Loan::new(String::from("text"));
    let kept = borrowed.enter(|text| text).unwrap();
    loan.end();
    kept.push('s');
}
