//! A handle is not owned by a scope that lives longer than it.

use leak::async_drop::Plain;
use leak::async_scope;

fn main() {
    drop(async_scope!(outer => {
        async_scope!(inner => {
            let held = inner.own(String::from("any"));
            outer.own(Plain(held.take()));
        }).await;
    }));
}
