//! A handle of a scope stays inside of it: the value is gone when the scope has ended.

use leak::async_scope;

fn main() {
    let scope = async_scope!(s => {
        let held = s.own(String::from("any"));
        held
    });
    drop(scope);
}
