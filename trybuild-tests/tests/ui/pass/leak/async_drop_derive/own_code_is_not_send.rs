//! The future of its own code is part of the destructor.

use core::pin::Pin;
use leak::async_drop::{AsyncDrop, async_drop};
use std::sync::Arc as Shared;

#[derive(AsyncDrop)]
struct Owner(u8);

impl AsyncDrop for Owner {
    async fn async_drop(self: Pin<&mut Self>) {
        let shared = Shared::new(self.0);
        core::future::ready(()).await;
        drop(shared);
    }
}

fn main() {
    drop(async_drop(Owner(1)));
}
