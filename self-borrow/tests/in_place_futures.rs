//! `InPlace`: machines whose state is a future that borrows from it, and their auto traits.
#![forbid(unsafe_code)]

use core::marker::PhantomData;
use core::pin::{Pin, pin};
use core::task::{Context, Poll, Waker};
use own_ref::states::update_pin;
use own_ref::{Fields, States};
use self_borrow::{InPlace, bind};
use static_assertions::{assert_impl_all, assert_not_impl_any};
use std::rc::Rc;
use test_support::panic_of;

/// One field, that may be anything.
#[derive(Fields)]
#[repr(C)]
struct Only<T> {
    #[pin]
    it: T,
}

bind! {
    struct Busy bind 'a { it: !'a mut String, writes: Pin<Box<dyn Future<Output = usize> + 'a>> }
}

#[derive(States)]
#[repr(C, u8)]
enum Writer {
    Start(Only<String>),
    Busy(Only<Busy>),
    #[sentinel]
    Done,
}

async fn write(text: &mut String) -> usize {
    let mut waited = false;
    core::future::poll_fn(|_| {
        if core::mem::replace(&mut waited, true) {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    })
    .await;
    text.push('!');
    text.len()
}

impl Future for Writer {
    type Output = (usize, String);

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        loop {
            let poll = update_pin(self.as_mut(), |now| match now.state() {
                WriterState::Start(state) => {
                    let lend = Busy::lend_in_place(|it| Box::pin(write(it)));
                    let state = OnlyPart::of(state.part().turn_it(lend)).finish();
                    state.next().with(None)
                }
                WriterState::Busy(state) => {
                    let mut state = state.part();
                    let poll = state.it_pin().with_writes_mut(|it| it.as_mut().poll(cx));
                    let Poll::Ready(length) = poll else {
                        return state.finish().next().with(Some(Poll::Pending));
                    };
                    let mut state = OnlyPart::of(state.turn_it(Busy::end_in_place(|_, ()| ())));
                    let text = core::mem::take(state.it_pin().get_mut());
                    let poll = Poll::Ready((length, text));
                    state.vacate().rest().with(Some(poll))
                }
                WriterState::Done(_) => panic!("polled too often"),
            });
            if let Some(poll) = poll {
                return poll;
            }
        }
    }
}

/// A future that borrows what the machine owns is what is lent. It may be moved, so it is boxed.
#[test]
fn a_future_borrows_from_the_machine() {
    let mut cx = Context::from_waker(Waker::noop());
    let it = "own".to_owned();
    let mut writer = pin!(Writer::Start(Only { it }));
    assert!(writer.as_mut().poll(&mut cx).is_pending());
    let done = writer.as_mut().poll(&mut cx);
    assert_eq!(done, Poll::Ready((4, "own!".to_owned())));
    assert!(panic_of(|| writer.as_mut().poll(&mut cx)).contains("too often"));

    // Dropped while it waits.
    let it = "own".to_owned();
    let mut writer = Box::pin(Writer::Start(Only { it }));
    assert!(writer.as_mut().poll(&mut cx).is_pending());
}

bind! {
    struct Local bind 'a { it: !'a mut u64, local: (&'a mut u64, PhantomData<Rc<()>>) }
}

bind! {
    struct Anywhere bind 'a { it: !'a mut u64, anywhere: &'a mut u64 }
}

#[derive(States)]
#[repr(C, u8)]
enum Shared {
    Start(Only<u64>),
    Anywhere(Only<Anywhere>),
    #[sentinel]
    Done,
}

#[derive(States)]
#[repr(C, u8)]
enum OfOneThread {
    Start(Only<u64>),
    Local(Only<Local>),
    #[sentinel]
    Done,
}

// A machine is `Send` if all is that any of its states borrows, and `Unpin` if none lends from within.
assert_impl_all!(Shared: Send, Sync);
assert_not_impl_any!(Shared: Unpin);
assert_not_impl_any!(OfOneThread: Send, Sync, Unpin);
