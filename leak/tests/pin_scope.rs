//! `PinScope`: everything lent lies inside the pinned place.

use core::future::{Future, poll_fn};
use core::pin::{Pin, pin};
use core::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use core::task::{Context, Poll, Waker};
use leak::{Activate, PinScope};
use std::sync::{Arc, Mutex};
use test_support::{Bomb, Log, Note, forget_reachable, panic_of, wait_for};

/// A buffer that a thread fills when it is told to.
#[derive(Default)]
struct Buffer {
    go: AtomicBool,
    done: AtomicBool,
    bytes: Mutex<[u8; 4]>,
}

/// Tells the thread to go on when it is dropped, as a `select!` of a real program would.
struct Go(Arc<AtomicBool>);

impl Drop for Go {
    fn drop(&mut self) {
        self.0.store(true, SeqCst);
    }
}

fn poll_once<F: Future>(future: Pin<&mut F>) -> Poll<F::Output> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}

/// Starts a read into its own frame, and waits for it.
async fn read(started: Arc<AtomicBool>) -> [u8; 4] {
    let place = pin!(PinScope::new(Buffer::default()));
    place.as_ref().with(|buffer, s| {
        let started = Arc::clone(&started);
        s.spawn(move || {
            started.store(true, SeqCst);
            while !buffer.go.load(SeqCst) {
                std::thread::yield_now();
            }
            *buffer.bytes.lock().unwrap() = *b"data";
            buffer.done.store(true, SeqCst);
        })
        .detach();
    });
    let place = place.into_ref();
    poll_fn(|_| {
        // The first poll ends here, with the thread at work.
        if place.go.swap(true, SeqCst) && place.done.load(SeqCst) {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    })
    .await;
    *place.bytes.lock().unwrap()
}

#[test]
fn a_future_that_is_polled_to_its_end() {
    let mut future = pin!(read(Arc::default()));
    let bytes = loop {
        if let Poll::Ready(bytes) = poll_once(future.as_mut()) {
            break bytes;
        }
        std::thread::yield_now();
    };
    assert_eq!(&bytes, b"data");
}

#[test]
fn a_future_that_is_dropped_midway() {
    let started = Arc::new(AtomicBool::new(false));
    let mut future = Box::pin(read(Arc::clone(&started)));
    assert!(poll_once(future.as_mut()).is_pending());
    wait_for(&started);
    drop(future); // waits for the thread
    assert_eq!(Arc::strong_count(&started), 1);
}

#[test]
fn a_future_that_is_forgotten_midway() {
    let started = Arc::new(AtomicBool::new(false));
    let mut future = Box::pin(read(Arc::clone(&started)));
    assert!(poll_once(future.as_mut()).is_pending());
    // The memory stays where it is, with the thread that writes to it.
    forget_reachable(future);
    wait_for(&started);
    while Arc::strong_count(&started) > 2 {
        std::thread::yield_now();
    }
}

#[test]
fn a_future_that_moves_between_threads() {
    let mut future = Box::pin(read(Arc::default()));
    assert!(poll_once(future.as_mut()).is_pending());
    let bytes = std::thread::spawn(move || {
        loop {
            if let Poll::Ready(bytes) = poll_once(future.as_mut()) {
                return bytes;
            }
            std::thread::yield_now();
        }
    });
    assert_eq!(&bytes.join().unwrap(), b"data");
}

#[test]
fn finish_gives_the_data_back_and_the_place_can_be_used_again() {
    let mut place = Box::pin(PinScope::new(AtomicUsize::new(0)));
    for round in 1..=3 {
        place.as_ref().with(|n, s| {
            s.spawn(|| n.fetch_add(1, SeqCst)).detach();
            // Threads of the place may start further ones after `with` has returned.
            s.spawn(|| s.spawn(|| n.fetch_add(1, SeqCst)).detach())
                .detach();
        });
        let n = place.as_mut().finish().get_mut();
        assert_eq!(*n, 2 * round);
    }
}

#[test]
fn guards_borrow_the_data_and_end_before_it() {
    static LOG: Log = Mutex::new(Vec::new());
    struct Inert<'p>(&'p Data);
    struct Live<'p>(&'p Data);
    struct Data(
        AtomicUsize,
        #[expect(dead_code, reason = "for its destructor")] Note<'static>,
    );
    impl<'p> Activate for Inert<'p> {
        type Guard = Live<'p>;
        unsafe fn activate(self) -> Live<'p> {
            self.0.0.fetch_add(1, SeqCst);
            Live(self.0)
        }
    }
    impl Drop for Live<'_> {
        fn drop(&mut self) {
            assert_eq!(self.0.0.fetch_sub(1, SeqCst), 1);
            LOG.lock().unwrap().push("guard");
        }
    }
    let place = Box::pin(PinScope::new(Data(AtomicUsize::new(0), Note(&LOG, "data"))));
    place.as_ref().with(|data, s| s.hold(Inert(data)).keep());
    assert_eq!(place.0.load(SeqCst), 1, "it stays when `with` returns");
    drop(place);
    assert_eq!(*LOG.lock().unwrap(), ["guard", "data"]);
}

#[test]
fn panics_of_threads_and_destructors_leave_the_drop_after_all_is_done() {
    static LOG: Log = Mutex::new(Vec::new());
    let place = Box::pin(PinScope::new(Note(&LOG, "data")));
    place.as_ref().with(|_, s| {
        s.own(Note(&LOG, "guard")).keep();
        s.own(Bomb(Note(&LOG, "bomb"))).keep();
        s.spawn(|| panic!("thread")).detach();
    });
    assert_eq!(panic_of(|| drop(place)), "thread");
    assert_eq!(*LOG.lock().unwrap(), ["bomb", "guard", "data"]);
}

#[test]
fn panics_leave_finish_and_the_data_stays() {
    let mut place = Box::pin(PinScope::new(7));
    place
        .as_ref()
        .with(|_, s| s.spawn(|| panic!("thread")).detach());
    assert_eq!(panic_of(|| *place.as_mut().finish()), "thread");
    assert_eq!(*place.as_mut().finish(), 7);
}

#[test]
fn with_may_be_entered_again_inside_and_from_threads() {
    let place = pin!(PinScope::new(AtomicUsize::new(0)));
    let place = place.into_ref();
    place.with(|n, s| {
        s.spawn(|| n.fetch_add(1, SeqCst)).detach();
        place.with(|n, s| s.spawn(|| n.fetch_add(1, SeqCst)).join().unwrap());
    });
    std::thread::scope(|t| {
        for _ in 0..2 {
            t.spawn(|| place.with(|n, s| s.spawn(|| n.fetch_add(1, SeqCst)).join().unwrap()));
        }
    });
    while place.load(SeqCst) < 4 {
        std::thread::yield_now();
    }
}

#[test]
fn a_body_that_panics_leaves_the_place_usable() {
    let mut place = Box::pin(PinScope::new(AtomicUsize::new(0)));
    let said = panic_of(|| {
        place.as_ref().with(|n, s| {
            s.spawn(|| n.fetch_add(1, SeqCst)).detach();
            panic!("body");
        });
    });
    assert_eq!(said, "body");
    assert_eq!(*place.as_mut().finish().get_mut(), 1);
}

#[test]
fn dropped_while_its_thread_waits_for_another_value_of_the_same_drop() {
    // The order of fields in a future is the order of drops: what tells the thread to stop must be
    // dropped before the place. Here it is.
    let go = Arc::new(AtomicBool::new(false));
    let place = Box::pin(PinScope::new(()));
    place.as_ref().with(|(), s| {
        let go = Arc::clone(&go);
        s.spawn(move || wait_for(&go)).detach();
    });
    drop((Go(go), place));
}
