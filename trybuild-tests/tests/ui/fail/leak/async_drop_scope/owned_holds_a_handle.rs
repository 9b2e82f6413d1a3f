//! A scope doesn't own handles of itself.

use leak::async_drop::Plain;
use leak::async_scope;

fn main() {
    drop(async_scope!(s => {
        let held = s.own(String::from("any"));
        s.own(Plain(held));
    }));
}
