//! A linear value that goes out of scope is a compile error.

use leak::async_drop::{Linear, async_drop};

fn run(future: impl Future<Output = ()>) {
    let mut cx = core::task::Context::from_waker(core::task::Waker::noop());
    assert!(core::pin::pin!(future).poll(&mut cx).is_ready());
}

async fn session() {
    let session = Linear::new(String::from("any"));
    async_drop(session).await;
}

fn main() {
    run(session());
    let _ = async_drop::<u8>;
}
