//! A child can't borrow what ends before the set: a local variable of the body.

use leak::structured::scope;

fn main() {
    scope(|set| {
        let text = String::from("text");
        set.spawn(|_| assert_eq!(text, "text")).detach();
    })
    .unwrap();
}
