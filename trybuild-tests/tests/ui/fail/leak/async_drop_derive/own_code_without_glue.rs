//! A field whose type has code of its own, but no glue, is not dropped synchronously.

use core::pin::Pin;
use leak::async_drop::{AsyncDrop, async_drop};


struct Connection(&'static str);

impl AsyncDrop for Connection {
    async fn async_drop(self: Pin<&mut Self>) {}
}

#[derive(AsyncDrop)]
struct Client {
    connection: Connection,
}

fn main() {
    drop(async_drop(Client { connection: Connection("any") }));
}
