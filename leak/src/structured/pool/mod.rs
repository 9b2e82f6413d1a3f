//! A pool of workers, as one function.

mod desk;
mod loans;
mod parent;
mod run;
mod worker;

pub use parent::{AssignError, Completed, Pool, Ticket};
pub use run::worker_pool;
pub use worker::{Assigned, RecvError, Worker};
