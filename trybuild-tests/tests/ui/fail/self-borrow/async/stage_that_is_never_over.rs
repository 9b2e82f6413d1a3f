//! The hidden parts of an asynchronous step, by hand: a stage that says it is over moves a future that was polled before.

use self_borrow::__private::{Pending, ToBuild};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

fn main() {
    let stage = Pending::new(async { std::future::pending::<u32>().await });
    let mut rounds = 0;
    let to_build = ToBuild::new(
        stage,
        move |stage, cx| {
            rounds += 1;
            _ = stage.poll(cx);
            if rounds < 2 { Poll::Pending } else { Poll::Ready(()) }
        },
        drop,
    );
    let mut building = pin!(to_build.start());
    let mut cx = Context::from_waker(Waker::noop());
    assert!(building.as_mut().poll(&mut cx).is_pending());
    assert!(building.as_mut().poll(&mut cx).is_ready());
}
