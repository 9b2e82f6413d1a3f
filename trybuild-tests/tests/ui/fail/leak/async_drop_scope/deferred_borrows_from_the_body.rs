//! Nor can a deferred future.

use leak::async_scope;

fn main() {
    let outside = String::from("any");
    drop(async_scope!(s => {
        let inside = String::from("any");
        s.defer(async { drop(inside.len()) });
        drop(outside.len());
    }));
}
