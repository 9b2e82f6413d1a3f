//! Completion-based input in futures: a device fills a buffer that lies inside the future, while the
//! future is polled, dropped midway, or forgotten. Here the device is a thread.
//!
//! ```text
//! cargo run -p leak --example pin_scope
//! ```
#![expect(clippy::mem_forget, reason = "what happens then is the point")]

use core::future::{Future, poll_fn};
use core::pin::{Pin, pin};
use core::sync::atomic::{AtomicUsize, Ordering};
use core::task::{Context, Poll, Waker};
use core::time::Duration;
use leak::PinScope;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Wake;
use std::thread::{self, Thread};

/// What is lent to the device. It is part of the future, not of the heap.
#[derive(Default)]
struct Read {
    buffer: Mutex<[u8; 16]>,
    state: Mutex<State>,
}

#[derive(Default)]
enum State {
    #[default]
    Running,
    /// The future went away: the device should not go on.
    Cancelled,
    Done,
    Waiting(Waker),
}

/// Counts the devices that are at work.
static BUSY: AtomicUsize = AtomicUsize::new(0);

/// Reads into the future's own memory.
async fn read() -> String {
    let place = pin!(PinScope::new(Read::default()));
    let place = place.into_ref();
    // Dropped before the place, and tells the device to stop; then the place waits for it.
    let _cancel = Cancel(place);
    place.with(|read, s| s.spawn(|| device(read)).detach());

    poll_fn(|cx| match &mut *lock(&place.state) {
        State::Done => Poll::Ready(()),
        state => {
            *state = State::Waiting(cx.waker().clone());
            Poll::Pending
        }
    })
    .await;
    String::from_utf8_lossy(&*lock(&place.buffer)).into_owned()
}

/// Writes one byte after the other into the buffer of a future.
fn device(read: &Read) {
    BUSY.fetch_add(1, Ordering::SeqCst);
    for (i, letter) in (b'a'..=b'p').enumerate() {
        if matches!(*lock(&read.state), State::Cancelled) {
            println!("  device: cancelled after {i} bytes");
            break;
        }
        lock(&read.buffer)[i] = letter;
        thread::sleep(Duration::from_millis(2));
    }
    BUSY.fetch_sub(1, Ordering::SeqCst);
    let mut state = lock(&read.state);
    if !matches!(*state, State::Cancelled)
        && let State::Waiting(waker) = core::mem::replace(&mut *state, State::Done)
    {
        waker.wake();
    }
}

struct Cancel<'a>(Pin<&'a PinScope<Read>>);

impl Drop for Cancel<'_> {
    fn drop(&mut self) {
        let mut state = lock(&self.0.state);
        if !matches!(*state, State::Done) {
            *state = State::Cancelled;
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The smallest executor: parks the thread between polls.
fn block_on<F: Future>(future: F) -> F::Output {
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(output) => return output,
            Poll::Pending => thread::park(),
        }
    }
}

fn main() {
    println!("polled to its end:");
    println!("  read {:?}", block_on(read()));

    println!("dropped midway:");
    let mut future = Box::pin(read());
    let poll = future
        .as_mut()
        .poll(&mut Context::from_waker(Waker::noop()));
    println!("  first poll: {poll:?}");
    thread::sleep(Duration::from_millis(8));
    drop(future); // cancels, and waits for the device
    assert_eq!(
        BUSY.load(Ordering::SeqCst),
        0,
        "nobody writes into freed memory"
    );
    println!("  dropped: no device is at work");

    println!("forgotten midway:");
    let mut future = Box::pin(read());
    let poll = future
        .as_mut()
        .poll(&mut Context::from_waker(Waker::noop()));
    println!("  first poll: {poll:?}");
    core::mem::forget(future);
    println!("  forgotten: the device goes on writing, into memory that is leaked, not freed");
    while BUSY.load(Ordering::SeqCst) > 0 {
        thread::sleep(Duration::from_millis(1));
    }
    println!("  the device is done");
}
