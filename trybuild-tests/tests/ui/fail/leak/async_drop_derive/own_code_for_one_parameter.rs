//! Code of its own for one instance of the type is not enough.

use core::pin::Pin;
use leak::async_drop::{AsyncDestruct, AsyncDrop, async_drop};

#[derive(AsyncDrop)]
struct Session<T: AsyncDestruct>(T);

impl AsyncDrop for Session<u8> {
    async fn async_drop(self: Pin<&mut Self>) {}
}

fn main() {
    drop(async_drop(Session(1_u8)));
}
