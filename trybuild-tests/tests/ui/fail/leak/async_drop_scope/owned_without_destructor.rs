//! A scope owns what has an asynchronous destructor.

use leak::async_scope;

struct FromElsewhere;

fn main() {
    drop(async_scope!(s => {
        s.own(FromElsewhere);
    }));
}
