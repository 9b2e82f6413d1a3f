//! What is handed over outlives the scope, so it can't borrow.

use leak::async_drop::Plain;
use leak::async_scope;

fn main() {
    let text = String::from("any");
    drop(async_scope!(s, hand_over = drop => {
        s.own(Plain(text.clone()));
    }));
}
