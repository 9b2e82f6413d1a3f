//! The future that destroys a value early belongs into the scope, too.

use leak::async_scope;

fn main() {
    drop(async_scope!(s => {
        let held = s.own(String::from("any"));
        held.destroy()
    }));
}
