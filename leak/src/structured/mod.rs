#![doc = include_str!("../../docs/structured.md")]

mod age;
mod cancel;
mod event;
mod family;
mod first;
mod leaks;
mod lend;
mod loan;
#[cfg(all(test, loom))]
mod models;
mod panics;
mod pool;
mod queue;
mod ring;
mod set;
mod sync;
mod threads;
mod word;

pub use cancel::{Cancel, Cancelled, Reason, checkpoint};
pub use family::{Family, Shared, Unique, Value};
pub use first::{all, any, race};
pub use lend::{Edge, EdgeMut, Lender, LenderMut, Revoked, lend, lend_mut};
pub use loan::{Borrowed, Loan};
pub use panics::{IntoPayloads, Panics};
pub use pool::{AssignError, Assigned, Completed, Pool, RecvError, Ticket, Worker, worker_pool};
pub use queue::{Consumer, Iter, PopError, Producer, PushError, produce_consume};
pub use set::{JoinGuard, SpawnError, ThreadSet, scope};
