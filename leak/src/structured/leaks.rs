//! Which plain types of this module may be forgotten.

use super::{
    AssignError, Cancelled, Completed, PopError, PushError, Reason, RecvError, Revoked, Shared,
    SpawnError, Ticket, Unique, Value,
};
use crate::Leak;

macro_rules! plain {
    ($([$($parameters:tt)*] $type:ty),* $(,)?) => {$(
        // SAFETY: 1. and 2. Plain data: it may be forgotten if what it owns may be.
        unsafe impl<$($parameters)*> Leak for $type {}
    )*};
}

plain!(
    [] Cancelled,
    [] Reason,
    [] Revoked,
    [] PopError,
    [] RecvError,
    [] Ticket,
    [T: Leak] PushError<T>,
    [T: Leak] AssignError<T>,
    [T: Leak] Completed<T>,
    [F: Leak] SpawnError<F>,
    [T] Value<T>,
    [T: ?Sized] Shared<T>,
    [T: ?Sized] Unique<T>,
);
