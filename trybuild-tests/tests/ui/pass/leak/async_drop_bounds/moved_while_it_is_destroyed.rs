//! What is being destroyed is pinned.

use core::pin::pin;
use core::task::{Context, Waker};
use leak::async_drop::{PollDestruct, poll_drop};

fn main() {
    let mut cx = Context::from_waker(Waker::noop());
    let value = poll_drop(String::from("any"));
    let pinned = pin!(value);
    assert!(pinned.poll_destruct(&mut cx).is_ready());
    let _ = pin!(1);
}
