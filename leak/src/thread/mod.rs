//! Threads as guard objects.
//!
//! In safe code, threads belong to a place: [`Scope::spawn`](crate::Scope::spawn), or
//! [`Builder::spawn_scoped`] for one with a name. Such a guard may be forgotten, because the place
//! doesn't forget.
//!
//! This module has the other kind too: guards *by value*, without a place. They are what the
//! language would have if [`Leak`](trait@crate::Leak) were known to every library. It isn't, so a guard
//! by value that borrows is made by an `unsafe fn`: the caller promises what `Leak` would check.
//!
//! | | borrows | forgetting it | made by |
//! |---|---|---|---|
//! | [`leak::JoinGuard`](crate::JoinGuard) | yes | harmless | [`Scope::spawn`](crate::Scope::spawn) |
//! | [`thread::JoinGuard<'static, T>`](JoinGuard) | no | detaches, harmless | [`spawn`] |
//! | [`thread::JoinGuard<'a, T>`](JoinGuard) | yes | undefined behaviour | [`spawn_unchecked`] (unsafe) |
//! | [`SendJoinGuard<'b, T>`](SendJoinGuard) | yes | undefined behaviour | [`spawn_send_unchecked`] (unsafe) |
//! | [`FnJoinGuard<'a, C, T>`](FnJoinGuard) | yes | undefined behaviour | [`spawn_fn_unchecked`] (unsafe) |

mod builder;
mod fn_join_guard;
mod join_guard;
mod send_join_guard;

pub use builder::Builder;
pub use fn_join_guard::{FnJoinGuard, spawn_fn_unchecked};
pub use join_guard::{JoinGuard, spawn, spawn_unchecked};
pub use send_join_guard::{Anchor, SendJoinGuard, spawn_send_unchecked};
