//! A container has a destructor if its content has one.

use leak::async_drop::async_drop;

struct FromElsewhere;

fn main() {
    drop(async_drop(vec![Some(leak::async_drop::Plain(FromElsewhere))]));
}
