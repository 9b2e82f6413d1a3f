//! A type of one's own that ends by a function: on one path it doesn't.

use leak::linear::Linear;

struct Transaction<'a> {
    balance: &'a mut i64,
    ends: Linear<()>,
}

impl Transaction<'_> {
    fn commit(self, change: i64) {
        *self.balance = change;
        self.ends.end();
    }

    fn roll_back(self) {
        self.ends.end();
    }
}

fn main() {
    let mut balance = 1;
    let commit = std::env::args_os().len() > 5;
    let transaction = Transaction {
        balance: &mut balance,
        ends: Linear::new(()),
    };
    if commit {
        transaction.commit(5);
    } else {
        transaction.roll_back();
    }
}
