//! Threads by value.

use core::mem::ManuallyDrop;
use core::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use leak::thread::{
    Anchor, Builder, JoinGuard, SendJoinGuard, spawn, spawn_send_unchecked, spawn_unchecked,
};
use std::panic::panic_any;
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use test_support::{message, panic_of};

#[test]
fn a_static_guard_is_an_ordinary_value() {
    let guard: JoinGuard<'static, i32> = spawn(|| 6 * 7);
    let sent = std::thread::spawn(move || guard.join().unwrap());
    assert_eq!(sent.join().unwrap(), 42);
    let forgotten = ManuallyDrop::new(spawn(|| ()));
    // SAFETY: the copy is forgotten, and the other dropped: the sanitizers want the memory back.
    leak::mem::forget(unsafe { core::ptr::from_ref(&*forgotten).read() });
    drop(ManuallyDrop::into_inner(forgotten));
    let handle = spawn(|| 3).into_handle();
    assert_eq!(JoinGuard::from(handle).join().unwrap(), 3);
}

#[test]
fn dropping_a_guard_waits() {
    let done = AtomicBool::new(false);
    // SAFETY: 1. and 2.: it is dropped here.
    drop(unsafe { spawn_unchecked(|| done.store(true, SeqCst)) });
    assert!(done.into_inner());
}

#[test]
fn panics_go_to_who_joins_or_drops() {
    let guard = spawn(|| panic!("joined"));
    assert_eq!(message(&*guard.join().unwrap_err()), "joined");
    assert_eq!(panic_of(|| drop(spawn(|| panic!("dropped")))), "dropped");
    let said = panic_of(|| {
        let _guard = spawn(|| panic!("child"));
        panic!("parent");
    });
    assert_eq!(said, "parent");
}

#[test]
fn a_guard_whose_drop_panics_has_waited() {
    let last = AtomicUsize::new(0);
    let said = panic_of(|| {
        // SAFETY: 1. and 2.: it is dropped here.
        drop(unsafe {
            spawn_unchecked(|| {
                struct Last<'a>(&'a AtomicUsize);
                impl Drop for Last<'_> {
                    fn drop(&mut self) {
                        self.0.store(1, SeqCst);
                    }
                }
                let _last = Last(&last);
                panic_any("child");
            })
        });
    });
    assert_eq!((said.as_str(), last.into_inner()), ("child", 1));
}

#[test]
fn a_static_guard_dropped_by_its_own_thread_detaches() {
    let (send, receive) = channel::<JoinGuard<'static, ()>>();
    let (done, finished) = channel();
    let guard = spawn(move || {
        drop(receive.recv().unwrap());
        done.send(()).unwrap();
    });
    send.send(guard).unwrap();
    finished.recv().unwrap();
}

#[test]
fn a_static_guard_joined_by_its_own_thread_panics() {
    let (send, receive) = channel::<JoinGuard<'static, ()>>();
    let (done, finished) = channel();
    let guard = spawn(move || {
        let said = panic_of(|| receive.recv().unwrap().join());
        done.send(said).unwrap();
    });
    send.send(guard).unwrap();
    assert!(finished.recv().unwrap().contains("can't join itself"));
}

#[test]
fn a_sendable_guard_is_joined_elsewhere() {
    let mut numbers = vec![1, 2];
    {
        let anchor = Anchor::new();
        // SAFETY: 1. It is joined by the scoped thread. 2. The anchor is a local.
        let guard: SendJoinGuard<'_, usize> = unsafe {
            spawn_send_unchecked(&anchor, || {
                numbers.push(3);
                numbers.len()
            })
        };
        leak::scope(|s| {
            s.spawn(move || assert_eq!(guard.join().unwrap(), 3))
                .join()
                .unwrap();
        });
    }
    assert_eq!(numbers, [1, 2, 3]);
}

#[test]
fn a_sendable_guard_may_be_owned_by_a_scope() {
    let log = Mutex::new(Vec::new());
    {
        let anchor = Anchor::new();
        leak::scope(|s| {
            // SAFETY: 1. The scope destroys it, whatever happens. 2. The anchor is a local.
            let guard = unsafe { spawn_send_unchecked(&anchor, || log.lock().unwrap().push(1)) };
            s.own(guard).keep();
        });
    }
    assert_eq!(log.into_inner().unwrap(), [1]);
}

#[test]
fn builders() {
    let guard = Builder::new()
        .name("named".to_owned())
        .spawn(std::thread::park)
        .unwrap();
    assert_eq!(guard.thread().name(), Some("named"));
    assert!(!guard.is_finished());
    guard.thread().unpark();
    guard.join().unwrap();
    let text = "borrowed".to_owned();
    // SAFETY: 1. and 2.: it is joined here.
    let guard = unsafe { Builder::new().spawn_unchecked(|| text.len()) }.unwrap();
    assert_eq!(guard.join().unwrap(), 8);
}

#[test]
#[cfg_attr(miri, ignore = "Miri grants any stack size")]
fn a_thread_that_the_system_refuses() {
    let shared = Arc::new(());
    let kept = Arc::clone(&shared);
    assert!(
        Builder::new()
            .stack_size(usize::MAX / 4)
            .spawn(move || kept)
            .is_err()
    );
    assert_eq!(Arc::strong_count(&shared), 1);
}
