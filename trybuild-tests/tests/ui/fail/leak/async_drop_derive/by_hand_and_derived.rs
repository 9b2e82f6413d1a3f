//! The derive is the impl.

use leak::async_drop::{AsyncDestruct, AsyncDrop, async_drop};

#[derive(AsyncDrop)]
struct Owner(u8);

impl AsyncDestruct for Owner {
    async fn async_destruct(self) {}
}

fn main() {
    drop(async_drop(Owner(1)));
}
