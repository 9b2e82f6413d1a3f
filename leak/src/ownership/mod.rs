//! What a value owns, asked more finely than [`Leak`](trait@crate::Leak) does: extensions of the proposal.
//!
//! An `Rc` forgets its value only if the value owns the `Rc`, directly or in a circle. `T: Leak` is
//! therefore more than [`Rc::new`](crate::rc::Rc::new) needs to ask: most guards don't own an `Rc`
//! of themselves, and couldn't. The traits here say so of a type, and an [`Rc`](crate::rc::Rc) or
//! [`Arc`](crate::sync::Arc) takes a guard on their word:
//!
//! | trait | says of a type | way in |
//! |---|---|---|
//! | [`AllowedInRc`] | all that it *shares* may be forgotten | [`Rc::new_allowed`](crate::rc::Rc::new_allowed) |
//! | [`Disowns<H>`](trait@Disowns) | it never owns an `H`, as in `Disowns<Rc<Self>>` | [`Rc::new_disowned`](crate::rc::Rc::new_disowned) |
//! | [`NeverGives<H>`](trait@NeverGives) | nor can an `H` be got from it | [`thread::spawn_fn_unchecked`](crate::thread::spawn_fn_unchecked) |
//! | [`RankedLeak<N>`](trait@RankedLeak) | its shared pointers lie at most `N` deep | [`Rc::new_ranked`](crate::rc::Rc::new_ranked) |
//!
//! ```
//! use leak::rc::Rc;
//! use leak::{AllowedInRc, Unleak};
//!
//! /// Must be dropped before `'a` ends.
//! #[derive(AllowedInRc, leak::Unleak)]
//! struct Guard<'a> {
//!     lent: &'a str,
//! }
//!
//! let name = String::from("ann");
//! let shared = Rc::new_allowed(Guard { lent: &name }); // although it isn't `Leak`
//! let clone = shared.clone();
//! assert_eq!(clone.lent, "ann");
//! ```
//!
//! A guard that could own itself is refused:
//!
//! <!-- no code: lifetime errors have none -->
//! ```compile_fail
//! # use leak::rc::Rc;
//! # use leak::{AllowedInRc, Unleak};
//! # use std::cell::RefCell;
//! #[derive(AllowedInRc, leak::Unleak)]
//! struct Node<'a> {
//!     lent: Unleak<&'a str>,
//!     next: RefCell<Option<Rc<Node<'a>>>>, // perhaps itself
//! }
//! ```
//!
//! # Which one
//!
//! - [`AllowedInRc`] is the one to start with. It has one rule, whatever else is in the program: what lies behind a shared
//!   pointer within the value must be `Leak`. So it takes guards that share plain data, even in
//!   circles of their own, and guards with `Weak` pointers to each other.
//! - [`RankedLeak<N>`](trait@RankedLeak) where an `Rc` of a guard goes into an `Rc` of another guard. It takes what has
//!   layers, and no type that is recursive through an `Rc`.
//! - [`Disowns<H>`](trait@Disowns) is about one kind of pointer, and may be written by hand for it, with an argument of
//!   one's own. It's also what [`NeverGives`](trait@NeverGives) builds upon, which asks about *access*, too.
//!
//! # What is guaranteed
//!
//! Let values be put into this crate's `Rc` and `Arc` by these ways, or by those that ask for `Leak`,
//! in any mixture. Then **no value that isn't `Leak` is ever owned by itself**, so none is forgotten
//! by a circle of pointers. The argument, for a circle of allocations, each of which owns a pointer to the next:
//!
//! - One of them was `AllowedInRc` when it was made: so the next one is `Leak`, and what is forgotten along with
//!   that may be forgotten, too. Round the circle, that is the first one.
//! - One of them `Disowns` its own pointer: it owns it, round the circle. So it is `Leak`, where
//!   `Disowns` promises nothing.
//! - One of them is of rank `N`: the next one of a rank below `N`, and so on. Round the circle, the first one has a
//!   rank below each of its ranks. Or there was a step into what is `Leak` ([`Forgettable`]), and then as above.
//!
//! Types are compared without their lifetimes, and through coercions: a pointer to a trait object counts only what the trait
//! has as a supertrait. A cell can hold no more than its type says, so nothing changes later by interior
//! mutability; and the type of a cell can't shrink, so it says the same at all times.
//!
//! What it is *not*: as with [`Leak`](trait@crate::Leak#advisory-on-stable), the standard library asks nobody, on stable.
//! `std::mem::forget` takes the pointer, and `std::rc::Rc` takes the guard. So these traits don't make it safe to hand
//! out by value a guard whose soundness rests on its destructor. They tell code that respects `Leak` one more thing that it may do.
//!
//! # Why they are no auto traits
//!
//! On stable there are none. On nightly an auto trait can't have parameters, as `Disowns<T>` and `RankedLeak<N>` have
//! ("auto traits cannot have generic parameters", E0567). So they mean the same on both compilers, with or without
//! the feature `nightly`: types derive them, and closures, whose types nobody can name, never have them. Inside a
//! [`LeakFn`](crate::LeakFn) the captures of a closure are visible, and inside `Forgettable<Unleak<F>>` whatever is `'static` is fine.
//!
//! # Source
//!
//! "`Disowns` (and `NeverGives`) trait(s)", "Custom Rc trait" and "Ranked Leak trait" of the
//! proposal, which gives them as sketches. How they meet shared pointers, trait objects, cells and lifetimes is worked out here.

mod allowed_in_rc;
pub(crate) mod derive_support;
#[cfg(feature = "derive")]
pub(crate) mod derives;
mod disowns;
mod forgettable;
mod impls;
mod never_gives;
mod ranked;

pub use allowed_in_rc::AllowedInRc;
pub use disowns::{Disowns, Handle};
pub use forgettable::Forgettable;
pub use never_gives::NeverGives;
pub use ranked::{AtLeast, Rank, RankedLeak};
