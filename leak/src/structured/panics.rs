//! The panics that a set ended with.

use crate::Leak;
use crate::place::panics::{Payload, discard};
use alloc::string::{String, ToString};
use alloc::vec::{self, Vec};
use core::error::Error;
use core::fmt;
use core::iter::FusedIterator;
use core::mem;
use core::panic::AssertUnwindSafe;
use std::panic::{catch_unwind, resume_unwind};
use std::sync::{Mutex, PoisonError};

/// Every panic that nobody took: of children that weren't joined, and of destructors of their results.
/// The first is the one that happened first; the others may be its consequences.
///
/// # Examples
///
/// ```
/// use leak::structured::scope;
///
/// let ended = scope(|set| {
///     set.spawn(|_| panic!("first")).detach();
///     set.spawn(|cancel| while cancel.check().is_ok() {}).detach(); // a panic cancels the siblings
/// });
/// let panics = ended.unwrap_err();
/// assert_eq!(panics.len(), 1);
/// assert!(panics.to_string().contains("first"));
/// ```
pub struct Panics {
    /// Never empty. The lock makes this `Sync`, since payloads aren't: a shared `Panics` gives out
    /// none.
    payloads: Mutex<Vec<Payload>>,
    messages: Vec<String>,
}

impl Panics {
    /// `None` if there are no payloads.
    pub(super) fn new(payloads: Vec<Payload>) -> Option<Self> {
        if payloads.is_empty() {
            return None;
        }
        let messages = payloads.iter().map(message).collect();
        Some(Self {
            payloads: Mutex::new(payloads),
            messages,
        })
    }

    /// How many there are. At least one.
    #[expect(clippy::len_without_is_empty, reason = "it is never empty")]
    #[must_use]
    pub fn len(&self) -> usize {
        self.messages.len()
    }

    /// What they say, as far as they say something in words.
    pub fn messages(&self) -> impl ExactSizeIterator<Item = &str> {
        self.messages.iter().map(String::as_str)
    }

    /// Goes on with the first panic in this thread. The other payloads are dropped.
    ///
    /// # Panics
    ///
    /// Always: that is what it is for.
    pub fn resume(self) -> ! {
        let mut payloads = self.into_iter();
        let first = payloads.next();
        payloads.for_each(discard);
        match first {
            Some(payload) => resume_unwind(payload),
            None => unreachable!("there is at least one"),
        }
    }
}

/// The payloads, in the order in which the panics happened.
impl IntoIterator for Panics {
    type Item = Payload;
    type IntoIter = IntoPayloads;

    fn into_iter(mut self) -> IntoPayloads {
        let payloads = self.payloads.get_mut();
        let payloads = mem::take(payloads.unwrap_or_else(PoisonError::into_inner));
        IntoPayloads(payloads.into_iter())
    }
}

/// The payloads of [`Panics`].
pub struct IntoPayloads(vec::IntoIter<Payload>);

impl Iterator for IntoPayloads {
    type Item = Payload;

    fn next(&mut self) -> Option<Payload> {
        self.0.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl ExactSizeIterator for IntoPayloads {}
impl FusedIterator for IntoPayloads {}

impl Drop for IntoPayloads {
    fn drop(&mut self) {
        self.0.by_ref().for_each(discard);
    }
}

impl fmt::Debug for IntoPayloads {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IntoPayloads")
            .field("len", &self.0.len())
            .finish_non_exhaustive()
    }
}

/// The destructor of a payload may panic in turn; that goes nowhere.
impl Drop for Panics {
    fn drop(&mut self) {
        let payloads = self.payloads.get_mut();
        let payloads = payloads.unwrap_or_else(PoisonError::into_inner);
        payloads.drain(..).for_each(discard);
    }
}

impl fmt::Debug for Panics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Panics").field(&self.messages).finish()
    }
}

impl fmt::Display for Panics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.messages[..] {
            [one] => write!(f, "a thread of the set panicked: {one}"),
            [first, more @ ..] => {
                write!(f, "{} panics in the set, first: {first}", more.len() + 1)
            }
            [] => unreachable!("there is at least one"),
        }
    }
}

impl Error for Panics {}

// SAFETY: 1. and 2. Payloads are `'static`: no lifetime that ends bounds them.
unsafe impl Leak for Panics {}
// SAFETY: as above.
unsafe impl Leak for IntoPayloads {}

fn message(payload: &Payload) -> String {
    if let Some(text) = payload.downcast_ref::<&'static str>() {
        (*text).to_string()
    } else if let Some(text) = payload.downcast_ref::<String>() {
        text.clone()
    } else {
        String::from("(a payload that is no text)")
    }
}

/// Collects payloads until a set ends.
#[derive(Default)]
pub(super) struct Collected(Vec<Payload>);

impl Drop for Collected {
    fn drop(&mut self) {
        self.0.drain(..).for_each(discard);
    }
}

impl Collected {
    /// Runs `f`, and keeps its panic.
    pub(super) fn run(&mut self, f: impl FnOnce()) {
        if let Err(payload) = catch_unwind(AssertUnwindSafe(f)) {
            self.add(payload);
        }
    }

    /// Keeps the panics of a set that has ended, and answers with its value, unless there are any.
    pub(super) fn value<R>(&mut self, ended: Result<R, Panics>) -> Option<R> {
        ended
            .map_err(|panics| panics.into_iter().for_each(|payload| self.add(payload)))
            .ok()
    }

    pub(super) fn add(&mut self, payload: Payload) {
        self.0.push(payload);
    }

    pub(super) fn extend(&mut self, payloads: impl IntoIterator<Item = Payload>) {
        self.0.extend(payloads);
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What was collected: in an order of its own if it comes from destructors.
    pub(super) fn into_payloads(mut self) -> Vec<Payload> {
        mem::take(&mut self.0)
    }

    /// The value, unless there are panics; then it is dropped.
    pub(super) fn or<R>(mut self, value: Option<R>) -> Result<R, Panics> {
        match value {
            Some(value) if self.is_empty() => return Ok(value),
            value => self.run(|| drop(value)),
        }
        Err(self.end().expect("without a value there is a panic"))
    }

    pub(super) fn end(self) -> Option<Panics> {
        Panics::new(self.into_payloads())
    }
}
