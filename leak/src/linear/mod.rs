//! Values that don't just go out of scope: dropping one is an error of the compiler, or a panic.
//!
//! Rust destroys by itself what nobody else destroyed. For some values that is wrong, whatever the destructor does: a
//! transaction is to be committed or rolled back, a connection to be closed by an exchange of messages, a thing with an
//! [asynchronous destructor](crate::async_drop) to be awaited. Such a value is *linear*: it ends by a function that takes
//! it, and by nothing else.
//!
//! | | when | how |
//! |---|---|---|
//! | [`Linear<T>`] | code is generated | dropping it doesn't compile, on any path that the compiler thinks of |
//! | [`Bomb<T>`] | the program runs | dropping it panics |
//! | [`RoutineDrop`](trait@RoutineDrop) | types are checked | a bound, for code that drops values of a type parameter |
//!
//! ```
//! use leak::linear::Linear;
//!
//! /// Ends by `commit` or `roll_back`.
//! struct Transaction<'a> {
//!     balance: &'a mut i64,
//!     change: i64,
//!     ends: Linear<()>,
//! }
//!
//! impl Transaction<'_> {
//!     fn commit(self) {
//!         let Self { balance, change, ends } = self;
//!         ends.end();
//!         *balance = balance.wrapping_add(change);
//!     }
//!
//!     fn roll_back(self) {
//!         self.ends.end();
//!     }
//! }
//!
//! let mut balance = 5;
//! let transaction = Transaction { balance: &mut balance, change: 3, ends: Linear::new(()) };
//! if transaction.change > 0 { transaction.commit() } else { transaction.roll_back() }
//! assert_eq!(balance, 8);
//! ```
//!
//! ```compile_fail,E0080
//! # use leak::linear::Linear;
//! # struct Transaction { change: i64, ends: Linear<()> }
//! # impl Transaction { fn commit(self) { self.ends.end() } }
//! let transaction = Transaction { change: 3, ends: Linear::new(()) };
//! if transaction.change > 0 { transaction.commit() } // and otherwise?
//! ```
//!
//! # Stricter than one would wish
//!
//! The error comes from a constant in the destructor, which is evaluated where the compiler generates that destructor. So:
//!
//! - It comes up in `cargo build` and `cargo test`, not in `cargo check`, and names the type, and not the place where it
//!   would be dropped. To find the place, comment out parts.
//! - The compiler generates a drop on every path out, unwinding among them. So while a `Linear` is alive, nothing may be called
//!   that could panic, as far as the compiler knows. Arithmetic that checks for overflow counts, and any call of a function
//!   that it didn't look into. What it looks into depends on the optimisation; without, even `*linear` is such a call. With
//!   `panic = "abort"` nothing unwinds, and only the paths remain that you wrote.
//! - In an `async` block, cancellation is one more path, at each `await`.
//! - It can't lie in a collection, whose code could drop it, nor in an `Option` that is assigned to.
//!
//! Work on the content where it isn't linear: [`into_inner`](Linear::into_inner), then whatever may panic (which drops the
//! content in its own way), then [`Linear::new`] again; [`map`](Linear::map) is that. For all else there is the fallback,
//! [`Bomb<T>`], with the same methods.
//!
//! # Forgetting
//!
//! A linear value may still be forgotten, as any value, if it is [`Leak`](trait@crate::Leak). One that must neither be dropped nor
//! forgotten is a guard in a linear wrapper, `Linear<Unleak<&'a T>>`.
//!
//! # Source
//!
//! "Turning drop invocations into compiler errors" of the proposal: *automatic trait `RoutineDrop` which if unimplemented for a
//! type means that dropping this value would result in a compiler error. This may be useful with hypothetical async drop.*

mod bomb;
mod linear_value;
mod routine_drop;

pub use bomb::Bomb;
pub use linear_value::Linear;
pub use routine_drop::{RoutineDrop, drop_routinely};
