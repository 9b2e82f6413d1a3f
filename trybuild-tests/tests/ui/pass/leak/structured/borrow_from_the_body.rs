//! A child can't borrow what ends before the set: a local variable of the body.

use leak::structured::scope;

fn main() {
    let text = String::from("text");
    scope(|set| {
        set.spawn(|_| assert_eq!(text, "text")).detach();
    })
    .unwrap();
}
