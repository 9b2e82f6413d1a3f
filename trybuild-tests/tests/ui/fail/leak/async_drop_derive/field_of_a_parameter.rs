//! A field of a parameter type needs the bound: it is never dropped synchronously for want of it.

use leak::async_drop::{AsyncDrop, async_drop};

#[derive(AsyncDrop)]
struct Pool<T: Send> {
    name: &'static str,
    first: T,
    free: Vec<Option<T>>,
}

fn main() {
    let pool = Pool { name: "pool", first: 1, free: vec![Some(2)] };
    drop(async_drop(pool));
}
