//! In a generic type, nobody knows what a macro for a type will be.

use leak::async_drop::{AsyncDrop, async_drop};

struct Plain;

macro_rules! plain {
    () => { Plain };
}

#[derive(AsyncDrop)]
struct Owner<T: leak::async_drop::AsyncDestruct> {
    value: T,
    plain: plain!(),
}

fn main() {
    drop(async_drop(Owner { value: 1, plain: Plain }));
}
