//! The attribute writes the `Drop` impl; in one of your own, call the function that it calls.

use leak::async_drop::dropped_synchronously;

struct Session;

impl Drop for Session {
    fn drop(&mut self) {
        dropped_synchronously::<Self>();
    }
}

fn main() {
    let _: fn(Session) = drop;
}
