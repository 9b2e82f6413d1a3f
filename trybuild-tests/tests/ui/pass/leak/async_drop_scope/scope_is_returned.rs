//! So does the scope itself.

use leak::async_scope;

fn main() {
    drop(async_scope!(s => {
        s.own(String::from("any"));
        s.own(1);
    }));
}
