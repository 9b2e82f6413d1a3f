//! Reference counting by a token: no check at run time, in functions, threads and futures.
//!
//! [`token!`](crate::token!) declares a token, with a brand of its own. Who has it by `&mut` may change the counts of the
//! [`Rc`]s of that brand. So the counts need no atomics, the pointers are `Send`, and a future that holds them across
//! `.await`, beside their token, is `Send` too.
//!
//! ```
//! use capsule::token;
//! use capsule::token::Rc;
//!
//! async fn work() -> u32 {
//!     token!(t);
//!     let shared = Rc::new(&t, 1);
//!     let alias = shared.dup(&mut t);
//!     tokio::task::yield_now().await; // may go on elsewhere
//!     let sum = shared.get(&t) + alias.get(&t);
//!     alias.free(&mut t);
//!     shared.free(&mut t);
//!     sum
//! }
//!
//! let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build()?;
//! let task = runtime.spawn(work()); // an unmodified executor, which wants `Send`
//! assert_eq!(runtime.block_on(task)?, 2);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The rules are those of [`GhostCell`](crate::Cell), and the token is one: a [`Cell`](crate::Cell) with the brand of the token is
//! borrowed by `cell.borrow(&t)` and `cell.borrow_mut(&mut t)`.
//!
//! A pointer that is dropped, not freed, can't touch its count: it has no token. It is noted, without a lock, and taken
//! into account by [`Token::collect`], or at the end of the block of `token!`.
//!
//! | | [`task::Rc`](crate::task::Rc) | `token::Rc` |
//! |---|---|---|
//! | check | at run time: who is running | by the compiler: who has the token |
//! | values | `Send` | `Send + Sync` |
//! | where | in the task | where the token is, by reference |
//! | `clone` and `drop` | yes | `dup` and `free`; `drop` is deferred |

mod anchor;
mod rc;

pub use anchor::Token;
pub use rc::Rc;

#[doc(hidden)]
pub use anchor::{Anchor, Hold, token_of};
