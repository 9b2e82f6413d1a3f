//! Futures that hold reference-counted pointers without atomics across `.await`, and are `Send`.
//!
//! A task is like a thread: all that it shares within itself, it shares on one thread at a time. But its future moves
//! from thread to thread, and an executor wants it to be `Send`; a `std::rc::Rc` in it isn't.
//!
//! [`InCapsule`] wraps the future of a task, and makes it the *owner* of the [`Rc`]s that are made in it. While the future
//! is polled or dropped, wherever that is, the owner runs on that thread, and nowhere else. The pointers look who is
//! running: their counts are touched by the owner only.
//!
//! ```
//! use capsule::task::{InCapsule, Rc};
//! use std::cell::Cell;
//!
//! async fn work() -> u32 {
//!     let shared = Rc::new(Cell::new(1));
//!     let alias = shared.clone();
//!     tokio::task::yield_now().await; // may go on elsewhere
//!     alias.with(|cell| cell.set(cell.get() + 1));
//!     shared.with(Cell::get)
//! }
//!
//! let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build()?;
//! // An unmodified executor, which wants `Send`.
//! let task = runtime.spawn(InCapsule::new(work()));
//! assert_eq!(runtime.block_on(task)?, 2);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A `std::rc::Rc` or the guard of a lock across an `.await` is an error of the compiler as always; the future is `Send` because
//! [`Rc`] is, not because anybody says so.
//!
//! # What happens elsewhere
//!
//! | of an [`Rc<T>`](Rc) | by the owner | by anyone else |
//! |---|---|---|
//! | `clone`, [`with`](Rc::with), [`Weak::upgrade`], … | no atomics | panics |
//! | `drop` | no atomics | is noted, without a lock; the owner takes it into account when it runs |
//! | `Deref`, if `T: Sync` | yes | yes |
//!
//! When the owner is gone, whoever drops the last pointer destroys the value: `T` is `Send`.
//!
//! # Owners in owners
//!
//! A future with an owner of its own may be awaited in another. While it runs, it is the owner, and the outer
//! one's pointers are elsewhere. When it is done, or dropped, all of its values become those of the outer
//! owner, at once: so its result may hold pointers.
//!
//! # Beside brands
//!
//! Nothing here rests on brands, and so neither on the compiler's treatment of lifetimes. The check costs a load
//! from a thread local and a comparison. [`token!`](crate::token!) has no such check, and asks for more.
//!
//! # Assumption
//!
//! `poll` is a call: it begins and ends on one thread. A stackful coroutine that moves to another thread in the middle of one
//! would take the owner along, and breaks the thread locals of std in the same way.

mod heap;
mod in_capsule;
pub(crate) mod list;
mod owner;
mod rc;
mod shared;
pub(crate) mod sync;
mod weak;

pub use in_capsule::InCapsule;
pub use rc::Rc;
pub use weak::Weak;
