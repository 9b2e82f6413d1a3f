//! Code of its own must be there for every value of the type, as with `Drop`.

use core::pin::Pin;
use leak::async_drop::{AsyncDestruct, AsyncDrop, async_drop};

#[derive(AsyncDrop)]
struct Session<T: AsyncDestruct>(T);

impl<T: AsyncDestruct> AsyncDrop for Session<T> {
    async fn async_drop(self: Pin<&mut Self>) {}
}

fn main() {
    drop(async_drop(Session(1)));
}
