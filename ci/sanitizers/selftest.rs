//! Shows that the sanitizers of this CI see what they are for, and stay silent otherwise.
//!
//! `selftest --list <sanitizer>` prints `bad <case>` and `good <case>` lines; `selftest <case>` runs
//! one. `ci/checks/sanitizer-selftest.sh` expects a report from each `bad` one and none from the
//! `good` ones, which go through every part of std whose synchronisation hides in a prebuilt
//! function (see `std_atomics.sh` and `fences.rs`).
#![allow(static_mut_refs, reason = "the bad cases are bad on purpose")]

use std::cell::UnsafeCell;
use std::hint::{black_box, spin_loop};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering::*, fence};
use std::sync::{Arc, Barrier, Condvar, Mutex, OnceLock, RwLock, mpsc};
use std::thread;
use std::time::Duration;

type Case = (&'static str, &'static str, &'static str, fn());

const CASES: &[Case] = &[
    ("thread", "bad", "two_writers", two_writers),
    ("thread", "bad", "relaxed_flag", relaxed_flag),
    ("thread", "bad", "one_side_locks", one_side_locks),
    (
        "thread",
        "bad",
        "count_without_release",
        count_without_release,
    ),
    (
        "thread",
        "bad",
        "fence_after_another_location",
        fence_after_another_location,
    ),
    ("thread", "bad", "write_after_unpark", write_after_unpark),
    ("thread", "good", "contended_mutex", contended_mutex),
    ("thread", "good", "contended_rwlock", contended_rwlock),
    ("thread", "good", "condvar", condvar),
    ("thread", "good", "once_lock", once_lock),
    ("thread", "good", "park", park),
    ("thread", "good", "barrier", barrier),
    ("thread", "good", "last_arc", last_arc),
    ("thread", "good", "arc_into_inner", arc_into_inner),
    ("thread", "good", "std_scope", std_scope),
    ("thread", "good", "channels", channels),
    ("thread", "good", "panicking_child", panicking_child),
    ("address", "bad", "read_after_free", read_after_free),
    ("address", "bad", "read_after_scope", read_after_scope),
    ("address", "bad", "freed_twice", freed_twice),
    ("address", "good", "last_arc", last_arc),
    ("leak", "bad", "lost_box", lost_box),
    ("leak", "bad", "rc_cycle", rc_cycle),
    ("leak", "good", "last_arc", last_arc),
];

fn main() {
    let mut args = std::env::args().skip(1);
    match (args.next().as_deref(), args.next()) {
        (Some("--list"), Some(wanted)) => {
            for (_, kind, name, _) in CASES.iter().filter(|case| case.0 == wanted) {
                println!("{kind} {name}");
            }
        }
        (Some(wanted), None) => match CASES.iter().find(|case| case.2 == wanted) {
            Some(case) => case.3(),
            None => panic!("no case `{wanted}`"),
        },
        _ => panic!("usage: selftest --list <sanitizer> | selftest <case>"),
    }
}

/// A cell that claims to be shareable, for the races.
struct Racy<T>(UnsafeCell<T>);
unsafe impl<T> Sync for Racy<T> {}
impl<T: Copy> Racy<T> {
    const fn new(value: T) -> Self {
        Self(UnsafeCell::new(value))
    }
    fn set(&self, value: T) {
        unsafe { *self.0.get() = value }
    }
    fn get(&self) -> T {
        unsafe { *self.0.get() }
    }
}

fn spin_until(flag: &AtomicBool, order: std::sync::atomic::Ordering) {
    while !flag.load(order) {
        spin_loop();
    }
}

// ---- reported by ThreadSanitizer
//
// The handles live past the second access: when the child is done first, dropping its handle is the
// last drop of an `Arc`, and that orders the accesses after all.

fn two_writers() {
    let cell = Racy::new(0);
    thread::scope(|s| {
        let first = s.spawn(|| cell.set(1));
        let second = s.spawn(|| cell.set(2));
        drop((first, second));
    });
}

fn relaxed_flag() {
    let (cell, ready) = (Racy::new(0), AtomicBool::new(false));
    thread::scope(|s| {
        let child = s.spawn(|| {
            cell.set(1);
            ready.store(true, Relaxed);
        });
        spin_until(&ready, Relaxed);
        black_box(cell.get());
        drop(child);
    });
}

fn one_side_locks() {
    let (cell, lock) = (Racy::new(0), Mutex::new(()));
    thread::scope(|s| {
        let child = s.spawn(|| {
            let _held = lock.lock();
            cell.set(1);
        });
        cell.set(2);
        drop(child);
    });
}

/// `Arc` with a wrong ordering: the model of the fence must not make up for it.
fn count_without_release() {
    let (cell, count) = (Racy::new(0), AtomicUsize::new(2));
    thread::scope(|s| {
        let children = [(); 2].map(|()| {
            s.spawn(|| {
                black_box(cell.get());
                if count.fetch_sub(1, Relaxed) == 1 {
                    fence(Acquire);
                    cell.set(1);
                }
            })
        });
        drop(children);
    });
}

fn fence_after_another_location() {
    let (cell, count, other) = (Racy::new(0), AtomicUsize::new(2), AtomicUsize::new(9));
    let done = AtomicBool::new(false);
    thread::scope(|s| {
        let child = s.spawn(|| {
            cell.set(1);
            count.fetch_sub(1, Release);
            done.store(true, Relaxed);
        });
        spin_until(&done, Relaxed);
        other.fetch_sub(1, Release);
        fence(Acquire);
        black_box(cell.get());
        drop(child);
    });
}

fn write_after_unpark() {
    let (cell, go) = (Racy::new(0), AtomicBool::new(false));
    let parked = thread::current();
    thread::scope(|s| {
        let child = s.spawn(|| {
            go.store(true, Relaxed);
            parked.unpark();
            cell.set(1);
        });
        while !go.load(Relaxed) {
            thread::park();
        }
        cell.set(2);
        drop(child);
    });
}

// ---- no race

fn contended_mutex() {
    let total = Mutex::new(0u64);
    thread::scope(|s| {
        for _ in 0..4 {
            s.spawn(|| (0..20_000).for_each(|_| *total.lock().unwrap() += 1));
        }
    });
    assert_eq!(total.into_inner().unwrap(), 80_000);
}

fn contended_rwlock() {
    let total = RwLock::new(0u64);
    thread::scope(|s| {
        for _ in 0..4 {
            s.spawn(|| {
                for _ in 0..5_000 {
                    *total.write().unwrap() += 1;
                    black_box(*total.read().unwrap());
                }
            });
        }
    });
    assert_eq!(total.into_inner().unwrap(), 20_000);
}

fn condvar() {
    let (queue, filled) = (Mutex::new(Vec::new()), Condvar::new());
    thread::scope(|s| {
        s.spawn(|| {
            for i in 0..1_000 {
                queue.lock().unwrap().push(Box::new(i));
                filled.notify_one();
                thread::yield_now();
            }
        });
        let mut seen = 0;
        while seen < 1_000 {
            let held = queue.lock().unwrap();
            let wait = Duration::from_millis(5);
            seen += filled.wait_timeout(held, wait).unwrap().0.drain(..).count();
        }
    });
}

fn once_lock() {
    for _ in 0..100 {
        let once = OnceLock::new();
        thread::scope(|s| {
            for i in 0..3 {
                let once = &once;
                s.spawn(move || black_box(**once.get_or_init(|| Box::new(i))));
            }
        });
    }
}

fn park() {
    for _ in 0..200 {
        let (cell, go) = (Racy::new(0), AtomicBool::new(false));
        let parked = thread::current();
        thread::scope(|s| {
            s.spawn(|| {
                cell.set(1);
                go.store(true, Relaxed);
                parked.unpark();
            });
            // Only `park` orders the two accesses, when the thread really was woken by it.
            thread::park();
            if go.load(Relaxed) {
                black_box(cell.get());
            }
        });
    }
}

fn barrier() {
    let (cell, barrier) = (Racy::new(0), Barrier::new(2));
    thread::scope(|s| {
        s.spawn(|| {
            cell.set(1);
            barrier.wait();
        });
        barrier.wait();
        cell.set(2);
    });
}

fn last_arc() {
    for _ in 0..200 {
        let mine = Arc::new(vec![1u64, 2, 3]);
        let theirs = Arc::clone(&mine);
        let child = thread::spawn(move || black_box(theirs[1]));
        black_box(mine[0]);
        drop(mine);
        child.join().unwrap();
    }
}

fn arc_into_inner() {
    for _ in 0..200 {
        let mine = Arc::new(AtomicU64::new(0));
        let theirs = Arc::clone(&mine);
        let child = thread::spawn(move || theirs.store(1, Relaxed));
        let mut left = Arc::try_unwrap(mine);
        while let Err(shared) = left {
            thread::yield_now();
            left = Arc::try_unwrap(shared);
        }
        black_box(left.unwrap().into_inner());
        child.join().unwrap();
    }
}

fn std_scope() {
    for _ in 0..100 {
        let mut parts = vec![0u64; 64];
        thread::scope(|s| {
            for part in parts.chunks_mut(8) {
                s.spawn(|| part.iter_mut().for_each(|x| *x += 1));
            }
        });
        assert!(parts.iter().all(|x| *x == 1));
    }
}

fn channels() {
    for bound in [0, 1, 1_000] {
        let (sender, receiver) = mpsc::sync_channel(bound);
        let children: Vec<_> = (0..4)
            .map(|_| {
                let sender = sender.clone();
                thread::spawn(move || (0..100).for_each(|i| sender.send(Box::new(i)).unwrap()))
            })
            .collect();
        drop(sender);
        assert_eq!(receiver.iter().count(), 400);
        children.into_iter().for_each(|child| child.join().unwrap());
    }
}

fn panicking_child() {
    for _ in 0..20 {
        let child = thread::spawn(|| {
            if black_box(true) {
                std::panic::resume_unwind(Box::new("expected"));
            }
        });
        assert!(child.join().is_err());
    }
}

// ---- reported by AddressSanitizer

fn read_after_free() {
    let boxed = Box::new(1u64);
    let pointer: *const u64 = &*boxed;
    drop(boxed);
    black_box(unsafe { *black_box(pointer) });
}

fn read_after_scope() {
    let pointer = {
        let local = [black_box(7u64); 4];
        black_box(local.as_ptr())
    };
    black_box(unsafe { *pointer });
}

fn freed_twice() {
    let pointer = Box::into_raw(Box::new(1u64));
    drop(unsafe { Box::from_raw(black_box(pointer)) });
    drop(unsafe { Box::from_raw(black_box(pointer)) });
}

// ---- reported by LeakSanitizer

fn lost_box() {
    std::mem::forget(black_box(Box::new([1u8; 1000])));
}

fn rc_cycle() {
    use std::cell::RefCell;
    use std::rc::Rc;
    struct Node(RefCell<Option<Rc<Node>>>);
    let node = Rc::new(Node(RefCell::new(None)));
    *node.0.borrow_mut() = Some(Rc::clone(&node));
}
