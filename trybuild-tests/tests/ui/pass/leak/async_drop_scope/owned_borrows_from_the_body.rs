//! What the scope owns goes after the variables of the body, so it can't borrow from them.

use leak::async_scope;
use leak::async_drop::Plain;

fn main() {
    let outside = String::from("any");
    drop(async_scope!(s => {
        let inside = String::from("any");
        s.own(Plain(&outside));
        drop(inside);
    }));
}
