//! The future owns the fields, and it is `Send`.

use leak::async_drop::{AsyncDrop, async_drop};
use std::rc::Rc as Shared;

#[derive(AsyncDrop)]
struct Owner {
    shared: Shared<u8>,
}

fn main() {
    drop(async_drop(Owner { shared: Shared::new(1) }));
}
