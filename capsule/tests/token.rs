//! `token!`: counts by a token, deferred drops, threads and futures.

use capsule::token::{Rc, Token};
use capsule::{Cell, token};
use core::pin::pin;
use core::task::{Context, Poll, Waker};
use std::sync::Mutex;
use std::thread;
use test_support::{Log, Note, forget_reachable, panic_of, sorted};

#[test]
fn freed_at_once_dropped_later() {
    let log = Log::default();
    {
        token!(t);
        let one = Rc::new(&t, Note(&log, "one"));
        let alias = one.dup(&mut t);
        one.free(&mut t);
        assert!(log.lock().unwrap().is_empty());
        alias.free(&mut t);
        assert_eq!(*log.lock().unwrap(), ["one"]);

        let two = Rc::new(&t, Note(&log, "two"));
        drop(two.dup(&mut t));
        drop(two);
        assert_eq!(*log.lock().unwrap(), ["one"]);
        t.collect();
        assert_eq!(*log.lock().unwrap(), ["one", "two"]);

        drop(Rc::new(&t, Note(&log, "three")));
        assert_eq!(*log.lock().unwrap(), ["one", "two"]);
    }
    assert_eq!(*log.lock().unwrap(), ["one", "two", "three"]);
}

#[test]
fn a_value_may_hold_pointers_of_its_brand() {
    struct Node<'b> {
        name: &'static str,
        next: Cell<'b, Option<Rc<'b, Node<'b>>>>,
    }
    token!(t);
    let node = |t: &Token<'_>, name| {
        // A function that is generic over the brand.
        fn make<'b>(t: &Token<'b>, name: &'static str) -> Rc<'b, Node<'b>> {
            Rc::new(
                t,
                Node {
                    name,
                    next: Cell::new(None),
                },
            )
        }
        make(t, name).name
    };
    assert_eq!(node(&t, "a"), "a");

    let last = Rc::new(
        &t,
        Node {
            name: "last",
            next: Cell::new(None),
        },
    );
    let first = Rc::new(
        &t,
        Node {
            name: "first",
            next: Cell::new(None),
        },
    );
    let alias = last.dup(&mut t);
    *first.next.borrow_mut(&mut t) = Some(alias);
    assert_eq!(
        first.next.borrow(&t).as_ref().map(|next| next.name),
        Some("last")
    );
    first.free(&mut t);
    // Dropped with the node, so without the token.
    t.collect();
    assert_eq!(last.into_inner(&mut t).map(|last| last.name), Some("last"));
}

#[test]
fn a_future_goes_from_thread_to_thread() {
    async fn work() -> usize {
        token!(t);
        let shared = Rc::new(&t, Mutex::new(Vec::new()));
        for turn in 0..4 {
            let alias = shared.dup(&mut t);
            tokio::task::yield_now().await;
            alias.lock().unwrap().push(turn);
            if turn % 2 == 0 {
                alias.free(&mut t);
            }
        }
        t.collect();
        shared
            .into_inner(&mut t)
            .map_or(0, |all| all.lock().unwrap().len())
    }

    let mut future = Box::pin(work());
    for turn in 0..5 {
        let (back, poll) = thread::spawn(move || {
            let poll = future
                .as_mut()
                .poll(&mut Context::from_waker(Waker::noop()));
            (future, poll)
        })
        .join()
        .unwrap();
        future = back;
        assert_eq!(
            poll,
            if turn < 4 {
                Poll::Pending
            } else {
                Poll::Ready(4)
            }
        );
    }
}

#[test]
fn a_future_that_is_dropped_midway_destroys_its_values() {
    let log = Log::default();
    {
        let log = &log;
        let mut future = pin!(async move {
            token!(t);
            let shared = Rc::new(&t, Note(log, "shared"));
            let _alias = shared.dup(&mut t);
            core::future::pending::<()>().await;
            shared.free(&mut t);
        });
        let poll = future
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()));
        assert_eq!(poll, Poll::Pending);
    }
    assert_eq!(sorted(log), ["shared"]);
}

#[test]
fn pointers_are_dropped_on_other_threads() {
    let log = Log::default();
    {
        token!(t);
        let shared = Rc::new(&t, Note(&log, "shared"));
        let aliases: Vec<_> = (0..4).map(|_| shared.dup(&mut t)).collect();
        thread::scope(|s| {
            for alias in aliases {
                s.spawn(move || drop(alias));
            }
            // Meanwhile the owner of the token goes on.
            for _ in 0..100 {
                shared.dup(&mut t).free(&mut t);
                t.collect();
            }
        });
        t.collect();
        let alone = shared.into_inner(&mut t);
        assert!(alone.is_some());
    }
    assert_eq!(sorted(log), ["shared"]);
}

#[test]
fn the_token_is_lent_to_another_thread() {
    token!(t);
    let shared = Rc::new(&t, Cell::new(1));
    thread::scope(|s| {
        s.spawn(|| {
            let alias = shared.dup(&mut t);
            *alias.borrow_mut(&mut t) += 1;
            alias.free(&mut t);
        });
    });
    assert_eq!(*shared.borrow(&t), 2);
}

#[test]
fn panicking_destructors_skip_nothing() {
    struct Bomb<'a>(#[expect(dead_code, reason = "it is dropped")] Note<'a>);
    impl Drop for Bomb<'_> {
        fn drop(&mut self) {
            panic!("bomb");
        }
    }
    let log = Log::default();
    let message = panic_of(|| {
        token!(t);
        drop(Rc::new(&t, Note(&log, "first")));
        drop(Rc::new(&t, Bomb(Note(&log, "bomb"))));
        drop(Rc::new(&t, Note(&log, "last")));
    });
    assert_eq!(message, "bomb");
    assert_eq!(sorted(log), ["bomb", "first", "last"]);
}

#[test]
fn forgotten_pointers_keep_their_value() {
    let log = Log::default();
    {
        token!(t);
        let shared = Rc::new(&t, Note(&log, "shared"));
        forget_reachable(shared.dup(&mut t));
        drop(shared);
        t.collect();
        assert!(log.lock().unwrap().is_empty());
    }
    assert!(log.lock().unwrap().is_empty());
}
