//! The future of a type that contains itself would contain itself.

use leak::async_drop::{AsyncDrop, async_drop};

#[derive(AsyncDrop)]
struct List {
    value: u8,
    #[async_drop(with = leak::async_drop::boxed)]
    next: Option<Box<List>>,
}

fn main() {
    drop(async_drop(List { value: 1, next: None }));
}
