//! A collection would drop it.

use leak::async_drop::{Linear, async_drop};

fn run(future: impl Future<Output = ()>) {
    let mut cx = core::task::Context::from_waker(core::task::Waker::noop());
    assert!(core::pin::pin!(future).poll(&mut cx).is_ready());
}

fn main() {
    run(async_drop(vec![Linear::new(1)]));
}
