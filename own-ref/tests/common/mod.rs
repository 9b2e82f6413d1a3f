//! What the run tests share.
#![allow(dead_code, reason = "each test file uses a part")]

use core::any::Any;
use core::panic::AssertUnwindSafe;
use core::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::panic::{catch_unwind, panic_any};
use std::sync::{Mutex, PoisonError};

/// What was dropped, in this order.
pub(crate) type Log = Mutex<Vec<&'static str>>;

/// Notes its name when it is dropped.
pub(crate) struct Note<'a>(pub(crate) &'a Log, pub(crate) &'static str);

impl Drop for Note<'_> {
    fn drop(&mut self) {
        self.0.lock().unwrap().push(self.1);
    }
}

/// Notes its name when it is dropped, and panics with it.
pub(crate) struct Bomb<'a>(pub(crate) Note<'a>);

impl Drop for Bomb<'_> {
    fn drop(&mut self) {
        panic_any(self.0.1);
    }
}

/// The names noted, in alphabetical order.
pub(crate) fn sorted(log: Log) -> Vec<&'static str> {
    let mut log = log.into_inner().unwrap();
    log.sort_unstable();
    log
}

pub(crate) fn message(payload: &(dyn Any + Send)) -> &str {
    payload
        .downcast_ref::<&'static str>()
        .copied()
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("something else")
}

/// The message of the panic that `f` must end with.
pub(crate) fn panic_of<R>(f: impl FnOnce() -> R) -> String {
    match catch_unwind(AssertUnwindSafe(f)) {
        Ok(_) => panic!("it did not panic"),
        Err(payload) => message(&*payload).to_owned(),
    }
}

pub(crate) fn wait_for(flag: &AtomicBool) {
    while !flag.load(SeqCst) {
        std::thread::yield_now();
    }
}

/// Forgets a value that owns memory, and keeps the memory reachable, so that leak checkers tell
/// our leaks from those that a test is about.
pub(crate) fn forget_reachable<T>(value: T) {
    struct Pointer(#[expect(dead_code, reason = "only leak checkers look")] *mut ());
    // SAFETY: nobody uses the pointer.
    unsafe impl Send for Pointer {}
    static FORGOTTEN: Mutex<Vec<Pointer>> = Mutex::new(Vec::new());
    let pointer = Box::into_raw(Box::new(value)).cast();
    FORGOTTEN
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(Pointer(pointer));
}

/// As `Box::leak`, but reachable.
pub(crate) fn leak_reachable<'a, T: 'a>(value: T) -> &'a T {
    let leaked: &'a T = Box::leak(Box::new(value));
    forget_reachable(leaked);
    leaked
}
