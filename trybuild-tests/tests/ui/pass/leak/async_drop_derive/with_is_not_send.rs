//! The future of `with` is part of the destructor.

use std::sync::Arc as Shared;

#[derive(leak::async_drop::AsyncDrop)]
struct Owner {
    #[async_drop(with = "close")]
    file: String,
}

async fn close(file: String) {
    let file = Shared::new(file);
    core::future::ready(()).await;
    drop(file);
}

fn main() {
    drop(leak::async_drop::async_drop(Owner { file: String::new() }));
}
