//! What `sync::Arc` has and `rc::Rc` hasn't, and the re-exports. The rest is in `rc.rs`.
#![cfg(feature = "std")]

extern crate alloc;

use alloc::task::Wake;
use core::error::Error;
use core::sync::atomic::{AtomicU32, Ordering};
use core::task::{Context, Poll, Waker};
use core::{fmt, pin::pin};
use std::thread;

use leak::sync::{Arc, Barrier, LazyLock, Mutex, Once, OnceLock, RwLock};
use leak::{Leak, Unleak};

#[test]
fn threads_share_a_value() {
    struct Shared<'a> {
        drops: &'a AtomicU32,
        sum: Mutex<u32>,
    }
    // SAFETY: clause 1: nothing rests on the counting. Clause 2: no other content.
    unsafe impl Leak for Shared<'_> {}

    impl Drop for Shared<'_> {
        fn drop(&mut self) {
            self.drops.fetch_add(1, Ordering::Relaxed);
        }
    }

    let drops = AtomicU32::new(0);
    let shared = Arc::new(Shared {
        drops: &drops,
        sum: Mutex::new(0),
    });
    let sum = thread::scope(|s| {
        for n in 0..4 {
            let shared = shared.clone();
            s.spawn(move || *shared.sum.lock().expect("nobody panics") += n);
        }
        let mut last = shared;
        loop {
            // Each thread drops its clone; then this is the only one.
            match Arc::try_unwrap(last) {
                Ok(shared) => break *shared.sum.lock().expect("nobody panics"),
                Err(shared) => last = shared,
            }
            thread::yield_now();
        }
    });
    assert_eq!((sum, drops.load(Ordering::Relaxed)), (6, 1));
}

#[test]
fn arc_is_an_error_if_its_value_is() {
    #[derive(Debug)]
    struct Outer(fmt::Error);
    // SAFETY: clauses 1 and 2: no lifetimes here.
    unsafe impl Leak for Outer {}

    impl fmt::Display for Outer {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("outer")
        }
    }

    impl Error for Outer {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            Some(&self.0)
        }
    }

    let error: Box<dyn Error> = Box::new(Arc::new(Outer(fmt::Error)));
    assert_eq!(error.to_string(), "outer");
    assert!(error.source().is_some_and(<dyn Error>::is::<fmt::Error>));

    // `Unleak` passes it on, too.
    let error: Box<dyn Error> = Box::new(Unleak(Outer(fmt::Error)));
    assert!(error.source().is_some_and(<dyn Error>::is::<fmt::Error>));
}

#[test]
fn arc_makes_a_waker() {
    #[derive(Default)]
    struct Count(AtomicU32);
    // SAFETY: clauses 1 and 2: no lifetimes here.
    unsafe impl Leak for Count {}

    impl Wake for Count {
        fn wake(self: alloc::sync::Arc<Self>) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    let count = Arc::<Count>::default();
    let waker = Waker::from(count.clone());
    waker.wake_by_ref();
    waker.wake();
    assert_eq!(
        (count.0.load(Ordering::Relaxed), Arc::strong_count(&count)),
        (2, 1)
    );
}

#[test]
fn a_wrapped_future_is_one() {
    let future = Unleak(async { 7 });
    let mut context = Context::from_waker(Waker::noop());
    assert_eq!(pin!(future).poll(&mut context), Poll::Ready(7));
}

#[test]
fn what_needs_no_bound_is_stds() {
    static LAZY: LazyLock<u32> = LazyLock::new(|| 7);
    static ONCE: Once = Once::new();

    let name = String::from("ann");
    // A guard that borrows is fine in a lock.
    let lock = RwLock::new(Unleak(&name));
    assert_eq!(lock.read().map(|guard| guard.len()).ok(), Some(3));
    let cell = OnceLock::new();
    assert!(cell.set(Unleak(&name)).is_ok());
    ONCE.call_once(|| assert_eq!(*LAZY, 7));
    assert!(Barrier::new(1).wait().is_leader());
    assert_eq!(leak::sync::atomic::AtomicU8::new(1).into_inner(), 1);
}
