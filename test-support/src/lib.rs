//! What the run tests of the family share: values that note when they are dropped, panics that are
//! looked at, and leaks that leak checkers forgive.
#![forbid(unsafe_code)]
#![expect(
    clippy::missing_panics_doc,
    reason = "a panic fails the test that caused it, as it should"
)]

use core::any::Any;
use core::fmt;
use core::panic::AssertUnwindSafe;
use core::sync::atomic::{AtomicBool, AtomicPtr, Ordering::SeqCst};
use std::panic::{catch_unwind, panic_any};
use std::sync::{Mutex, PoisonError};

/// What was dropped, in this order.
pub type Log = Mutex<Vec<&'static str>>;

/// Notes its name when it is dropped. Shown by its name.
pub struct Note<'a>(pub &'a Log, pub &'static str);

impl Drop for Note<'_> {
    fn drop(&mut self) {
        self.0.lock().unwrap().push(self.1);
    }
}

impl fmt::Debug for Note<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.1)
    }
}

/// Notes its name when it is dropped, and panics with it.
#[derive(Debug)]
pub struct Bomb<'a>(pub Note<'a>);

impl Drop for Bomb<'_> {
    fn drop(&mut self) {
        panic_any(self.0.1);
    }
}

/// The names noted, in alphabetical order.
pub fn sorted(log: Log) -> Vec<&'static str> {
    let mut log = log.into_inner().unwrap();
    log.sort_unstable();
    log
}

/// The text of a panic's payload.
#[must_use]
pub fn message(payload: &(dyn Any + Send)) -> &str {
    payload
        .downcast_ref::<&'static str>()
        .copied()
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("something else")
}

/// The message of the panic that `f` must end with.
pub fn panic_of<R>(f: impl FnOnce() -> R) -> String {
    match catch_unwind(AssertUnwindSafe(f)) {
        Ok(_) => panic!("it did not panic"),
        Err(payload) => message(&*payload).to_owned(),
    }
}

/// Waits for another thread to set the flag.
pub fn wait_for(flag: &AtomicBool) {
    while !flag.load(SeqCst) {
        std::thread::yield_now();
    }
}

/// Forgets a value that owns memory, and keeps the memory reachable, so that leak checkers tell
/// our leaks from those that a test is about.
pub fn forget_reachable<T>(value: T) {
    static FORGOTTEN: Mutex<Vec<AtomicPtr<()>>> = Mutex::new(Vec::new());
    let pointer = Box::into_raw(Box::new(value)).cast();
    FORGOTTEN
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(AtomicPtr::new(pointer));
}

/// As `Box::leak`, but reachable.
pub fn leak_reachable<'a, T: 'a>(value: T) -> &'a T {
    let leaked: &'a T = Box::leak(Box::new(value));
    forget_reachable(leaked);
    leaked
}
