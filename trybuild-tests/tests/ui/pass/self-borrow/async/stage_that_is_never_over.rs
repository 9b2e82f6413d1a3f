//! The hidden parts of an asynchronous step, by hand: what the stage says is what its future says.

use self_borrow::__private::{Pending, ToBuild};
use std::pin::pin;
use std::task::{Context, Waker};

fn main() {
    let stage = Pending::new(async { 5 });
    let to_build = ToBuild::new(stage, |stage, cx| stage.poll(cx), Pending::finish);
    // SAFETY: 1. when the future is over, nothing is pinned.
    let mut building = pin!(unsafe { to_build.start() });
    let mut cx = Context::from_waker(Waker::noop());
    assert!(building.as_mut().poll(&mut cx).is_ready());
}
