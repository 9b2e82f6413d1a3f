//! Guards of threads that can't get at them: `FnJoinGuard`.

use core::panic::{RefUnwindSafe, UnwindSafe};
use core::sync::atomic::{AtomicU32, Ordering::SeqCst};
use leak::sync::Arc;
use leak::thread::{Builder, FnJoinGuard, spawn_fn_unchecked};
use leak::{Disowns, Leak, LeakFnOnce, NeverGives};
use static_assertions::{assert_impl_all as yes, assert_not_impl_any as no};
use std::sync::Mutex;
use test_support::{message, panic_of};

type Neither = std::rc::Rc<u8>;

// The captures are the thread's: the guard neither sends nor shares them.
yes!(FnJoinGuard<'static, Neither, u8>: Send, Sync, Unpin, UnwindSafe, RefUnwindSafe, Leak);
no!(FnJoinGuard<'static, u8, Neither>: Send);
yes!(FnJoinGuard<'static, u8, Neither>: Sync);
no!(FnJoinGuard<'static, u8, u8>: Clone, Copy, Default);

fn covariant<'long: 'short, 'short>(
    guard: FnJoinGuard<'long, &'long u8, u8>,
) -> FnJoinGuard<'short, &'short u8, u8> {
    guard
}

#[test]
fn it_joins_or_waits_when_it_is_dropped() {
    let count = AtomicU32::new(0);
    let add = || LeakFnOnce::new(&count, |count, ()| count.fetch_add(1, SeqCst));
    // SAFETY: 1. It is joined here.
    let joined = unsafe { spawn_fn_unchecked(add()) }.join();
    assert_eq!(joined.unwrap(), 0);
    // SAFETY: 1. It is dropped here.
    drop(unsafe { spawn_fn_unchecked(add()) });
    assert_eq!(count.load(SeqCst), 2);
}

#[test]
fn it_is_sent_to_another_thread_which_waits() {
    let count = AtomicU32::new(0);
    {
        let add = LeakFnOnce::new(&count, |count, ()| count.fetch_add(1, SeqCst));
        // SAFETY: 1. It goes into a scope that ends here.
        let guard = unsafe { spawn_fn_unchecked(add) };
        std::thread::scope(|s| {
            s.spawn(move || drop(guard));
        });
        assert_eq!(count.load(SeqCst), 1);
    }
    assert_eq!(count.into_inner(), 1);
}

#[test]
fn panics_go_to_who_joins_or_drops() {
    let fail = || LeakFnOnce::new(String::from("boom"), |text, ()| -> u8 { panic!("{text}") });
    // SAFETY: 1. It borrows nothing.
    let joined = unsafe { spawn_fn_unchecked(fail()) }.join();
    assert_eq!(message(&*joined.unwrap_err()), "boom");
    // SAFETY: 1. It borrows nothing.
    let guard = unsafe { spawn_fn_unchecked(fail()) };
    assert_eq!(panic_of(|| drop(guard)), "boom");
}

/// What a thread needs, with a place that could hold guards of other threads.
#[derive(Disowns, NeverGives)]
#[disowns(target = "FnJoinGuard<'a, Work<'a>, u32>")]
#[never_gives(target = "FnJoinGuard<'a, Work<'a>, u32>")]
struct Work<'a> {
    numbers: &'a [u32],
    sum: &'a Mutex<u32>,
    shared: Arc<Mutex<Vec<u32>>>,
    then: fn() -> u32,
}

#[test]
fn captures_of_a_type_of_ones_own() {
    let numbers = [1, 2, 3];
    let sum = Mutex::new(0);
    let shared = Arc::new(Mutex::new(vec![4]));
    let work = Work {
        numbers: &numbers,
        sum: &sum,
        shared: shared.clone(),
        then: || 10,
    };
    let run = LeakFnOnce::new(work, |work, ()| {
        let mut sum = work.sum.lock().unwrap();
        *sum += work.numbers.iter().sum::<u32>() + (work.then)();
        work.shared.lock().unwrap().push(*sum);
        *sum
    });
    let builder = Builder::new().name(String::from("worker"));
    // SAFETY: 1. It is joined here.
    let guard = unsafe { builder.spawn_fn_unchecked(run) }.unwrap();
    assert_eq!(guard.thread().name(), Some("worker"));
    assert!(format!("{guard:?}").starts_with("FnJoinGuard"));
    assert_eq!(guard.join().unwrap(), 16);
    assert_eq!(*shared.lock().unwrap(), [4, 16]);
    assert_eq!(sum.into_inner().unwrap(), 16);
    let _ = covariant;
}

fn may_be_forgotten<T: Leak>(_: &T) {}

#[test]
fn a_guard_for_static_may_be_forgotten() {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let add = LeakFnOnce::new(&COUNT, |count, ()| count.fetch_add(1, SeqCst));
    // SAFETY: 1. `'a` is `'static`.
    let guard = unsafe { spawn_fn_unchecked(add) };
    while !guard.is_finished() {
        std::thread::yield_now();
    }
    // Not forgotten, so that its memory is freed; but it could be.
    may_be_forgotten(&guard);
    drop(guard);
    assert_eq!(COUNT.load(SeqCst), 1);
}
