//! Code of its own for one lifetime is not enough.

use core::pin::Pin;
use leak::async_drop::{AsyncDrop, async_drop};

#[derive(AsyncDrop)]
struct Session<'a>(&'a str);

impl AsyncDrop for Session<'_> {
    async fn async_drop(self: Pin<&mut Self>) {}
}

fn main() {
    drop(async_drop(Session("any")));
}
