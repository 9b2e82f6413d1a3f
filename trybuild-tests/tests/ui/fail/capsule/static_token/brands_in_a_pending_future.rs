//! The same, in a future that waits forever.

use capsule::token;
use capsule::token::Token;

fn same<'b>(_: &Token<'b>, _: &Token<'b>) {}

fn main() {
    drop(async {
        token!(one);
        token!(two);
        same(&one, &two);
        drop(two);
        loop {
            std::future::pending::<()>().await;
        }
    });
}
