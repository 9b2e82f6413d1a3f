//! A handle can't be put into a variable outside of its scope.

use leak::async_scope;

fn main() {
    let mut outside = None;
    let scope = async_scope!(s => {
        let held = s.own(String::from("any"));
        outside = Some(held);
    });
    drop(scope);
    drop(outside);
}
