//! What `async fn` compiles to, written by hand and without `unsafe`: a future whose `poll` moves
//! between `#[repr(C, u8)]` states in place. The page never moves, and neither do the futures
//! inside; a panic that is caught leaves the sentinel.
//!
//! ```text
//! cargo run -p own-ref --example state_machine
//! ```
#![forbid(unsafe_code)]

use core::cell::{Cell, RefCell};
use core::future::Future;
use core::marker::PhantomPinned;
use core::panic::AssertUnwindSafe;
use core::pin::{Pin, pin};
use core::task::{Context, Poll, Waker};
use own_ref::states::update_pin;
use own_ref::{Fields, States};
use std::panic::catch_unwind;

/// `async { let mut page = …; let connection = dial.await; while let Some(chunk) = … }`
#[derive(States)]
#[repr(C, u8)]
enum Fetch {
    Connecting(Connecting),
    Reading(Reading),
    #[sentinel]
    Done,
}

/// Before the connection is there.
#[derive(Fields)]
#[repr(C)]
struct Connecting {
    #[pin]
    page: Page,
    #[pin]
    dial: Dial,
}

/// While data comes in.
#[derive(Fields)]
#[repr(C)]
struct Reading {
    #[pin]
    page: Page,
    chunks: u32,
    #[pin]
    read: Read,
}

/// Collects text. It checks that it is never moved once it is in use.
#[derive(Debug, Default)]
struct Page {
    text: RefCell<String>,
    at: Cell<Option<usize>>,
    _pinned: PhantomPinned,
}

impl Page {
    fn add(self: Pin<&mut Self>, text: &str) {
        let here = core::ptr::from_ref(&*self).addr();
        assert_eq!(
            self.at.replace(Some(here)).unwrap_or(here),
            here,
            "the page was moved"
        );
        self.text.borrow_mut().push_str(text);
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        println!("    a page with {:?} is dropped", self.text.get_mut());
    }
}

/// Connects, at the second poll.
struct Dial {
    polls: Cell<u32>,
    _pinned: PhantomPinned,
}

impl Future for Dial {
    type Output = &'static [&'static str];

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        self.polls.set(self.polls.get() + 1);
        if self.polls.get() < 2 {
            Poll::Pending
        } else {
            Poll::Ready(&["<html>", "<p>own", "</html>"])
        }
    }
}

/// Reads what is left, one chunk at each poll. Panics at a chunk that is a bomb.
struct Read {
    left: Cell<&'static [&'static str]>,
    _pinned: PhantomPinned,
}

impl Future for Read {
    type Output = Option<&'static str>;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        let Some((chunk, left)) = self.left.get().split_first() else {
            return Poll::Ready(None);
        };
        self.left.set(left);
        assert!(*chunk != "bomb", "the connection broke");
        Poll::Ready(Some(chunk))
    }
}

impl Future for Fetch {
    type Output = (String, u32);

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        loop {
            let step = update_pin(self.as_mut(), |now| match now.state() {
                FetchState::Connecting(state) => {
                    let mut state = state.part();
                    match state.dial_pin().poll(cx) {
                        Poll::Pending => state.finish().next().with(Some(Poll::Pending)),
                        Poll::Ready(left) => {
                            state.page_pin().add("connected: ");
                            // `dial` is dropped where it is; `page` stays where it is, and is a field
                            // of the next state now; `read` is built next to it.
                            let next = ReadingPart::of(state.drop_dial().carry());
                            let read = Read {
                                left: Cell::new(left),
                                _pinned: PhantomPinned,
                            };
                            next.set_read(read).set_chunks(0).finish().next().with(None)
                        }
                    }
                }
                FetchState::Reading(state) => {
                    let mut state = state.part();
                    match state.read_pin().poll(cx) {
                        Poll::Pending => state.finish().next().with(Some(Poll::Pending)),
                        Poll::Ready(Some(chunk)) => {
                            state.page_pin().add(chunk);
                            *state.chunks_mut() += 1;
                            state.finish().next().with(None)
                        }
                        Poll::Ready(None) => {
                            let result = (state.page().text.take(), *state.chunks());
                            let state = state.finish();
                            state.clear().rest().with(Some(Poll::Ready(result)))
                        }
                    }
                }
                FetchState::Done(_) => panic!("polled after it was done"),
            });
            if let Some(poll) = step {
                return poll;
            }
        }
    }
}

fn fetch() -> Fetch {
    let dial = Dial {
        polls: Cell::new(0),
        _pinned: PhantomPinned,
    };
    Fetch::Connecting(Connecting {
        page: Page::default(),
        dial,
    })
}

fn state(fetch: &Fetch) -> &'static str {
    match fetch {
        Fetch::Connecting(_) => "connecting",
        Fetch::Reading(_) => "reading",
        Fetch::Done => "done",
    }
}

fn main() {
    let cx = &mut Context::from_waker(Waker::noop());

    println!("to the end:");
    let mut future = pin!(fetch());
    for _ in 0..2 {
        println!("  {}", state(&future));
        println!("  -> {:?}", future.as_mut().poll(cx));
    }
    println!("  {}", state(&future));

    println!("a panic inside a state:");
    let mut future = pin!(fetch());
    assert!(future.as_mut().poll(cx).is_pending());
    update_pin(future.as_mut(), |now| {
        let FetchState::Connecting(state) = now.state() else {
            unreachable!("it was pending")
        };
        let next = ReadingPart::of(state.part().drop_dial().carry());
        let read = Read {
            left: Cell::new(&["half", "bomb"]),
            _pinned: PhantomPinned,
        };
        next.set_read(read).set_chunks(0).finish().next()
    });
    std::panic::set_hook(Box::new(|info| {
        println!("    panic: {}", info.payload_as_str().unwrap_or("?"));
    }));
    for _ in 0..2 {
        println!("  {}", state(&future));
        assert!(catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(cx))).is_err());
    }
    println!("  {}", state(&future));

    println!("dropped while it waits:");
    let mut future = Box::pin(fetch());
    assert!(future.as_mut().poll(cx).is_pending());
}
