//! A field that its owner had pinned isn't moved into an impl that takes it by value.

use core::pin::Pin;
use leak::async_drop::{AsyncDestruct, AsyncDrop, async_drop};

struct ByValue;

impl AsyncDestruct for ByValue {
    async fn async_destruct(self) {}
}

#[derive(AsyncDrop)]
struct Owner<T: AsyncDestruct + Unpin>(T);

impl<T: AsyncDestruct + Unpin> AsyncDrop for Owner<T> {
    async fn async_drop(self: Pin<&mut Self>) {}
}

fn run(future: impl Future<Output = ()>) {
    let mut cx = core::task::Context::from_waker(core::task::Waker::noop());
    assert!(core::pin::pin!(future).poll(&mut cx).is_ready());
}

fn main() {
    run(async_drop(Owner(ByValue)));
}
