//! An arena that owes its values their destruction: allocations that nobody can leak.
//!
//! Memory leaks are safe because an allocation is borrowed from nobody: a `Box` that is forgotten, an
//! `Rc` that owns itself, are out of the compiler's sight. Here the allocator is a place, and an
//! allocation is a loan from it. The handles, [`Boxed`] and [`Rc`], carry the lifetime of
//! the arena. Forget one, tie several into a cycle: when the arena ends, each value that is still in it
//! is destroyed, and all its memory is given back at once. So every handle is
//! [`Leak`](trait@crate::Leak), whatever it holds.
//!
//! ```
//! use leak::arena;
//! use std::cell::{Cell, RefCell};
//!
//! struct Node<'a> {
//!     next: RefCell<Option<arena::Rc<'a, Node<'a>>>>,
//!     destroyed: &'a Cell<u32>,
//! }
//! impl Drop for Node<'_> {
//!     fn drop(&mut self) { self.destroyed.set(self.destroyed.get() + 1) }
//! }
//!
//! let destroyed = Cell::new(0);
//! arena::scope(|arena| {
//!     let first = arena.rc(Node { next: RefCell::default(), destroyed: &destroyed });
//!     let second = arena.rc(Node { next: RefCell::new(Some(first.clone())), destroyed: &destroyed });
//!     first.with(|node| node.next.replace(Some(second.clone()))); // a cycle
//!     core::mem::forget(arena.boxed(String::from("forgotten")));
//! });
//! assert_eq!(destroyed.get(), 2); // a `std::rc::Rc` would have leaked both
//! ```
//!
//! # What may be in it
//!
//! | | may borrow | may hold handles of its own arena | access |
//! |---|---|---|---|
//! | [`boxed`](Arena::boxed) | from outside of the arena (`'env`) | no | [`Deref`](core::ops::Deref), `DerefMut`, `&'a mut T` |
//! | [`hold`](Arena::hold): a [guard](crate::Activate) | from outside | no | `&'a Guard` |
//! | [`rc`](Arena::rc) | from outside, and from the two above (`'a`) | yes, cycles too | in a closure: [`Rc::with`] |
//!
//! The two kinds are what makes the guarantee sound. At the end, values are destroyed one by one, by
//! force, also those that others still point to. A value that can't know of the arena can be lent by
//! plain references, because nothing that has such a reference is left when its turn comes. A value
//! that holds handles may look, in its destructor, at one that is gone already. So an [`Rc`] gives
//! out no reference that could be stored, and tells ([`with`](Rc::with) panics, [`try_with`](Rc::try_with) and
//! [`Weak::upgrade`] say `None`) when its value is no more.
//!
//! # The order
//!
//! 1. A handle that is dropped (the last one, of an [`Rc`]) destroys its value at once, as it does
//!    outside of arenas. The memory stays with the arena until its end.
//! 2. When the closure of [`scope`] has returned or unwound, the values of [`Rc`]s that are left are
//!    destroyed, the newest first. One that is owned by nobody but a value which is destroyed is
//!    destroyed with that. What a destructor allocates is part of the arena, and the newest of all.
//! 3. Then come the boxed values and the guards that are left, the newest first.
//! 4. Then the memory goes back.
//!
//! A panic of a destructor keeps none of the others from running. The first is passed on at the end.
//!
//! # What it is not
//!
//! Values are given back one by one, memory is not: an arena that lives long and in which much is
//! dropped and allocated anew only grows. And it is no promise about time: a destructor that
//! allocates another value like itself keeps the arena from ending. A long chain of values, each of which is the only
//! owner of the next, is destroyed by as many calls inside of each other, as with std's pointers.
//!
//! # Source
//!
//! The chapter "Allocations and `Forget`" of Myosotis' *Natural aliasing model*: leaks end where an
//! allocation is a borrow of its allocator. It is fine to forget an allocation if the
//! allocator is forgotten too, says the text; this one can't be. The memory is that of the crate `bumpalo`,
//! whose own `boxed::Box` has a lifetime too, but leaks what is forgotten.

mod boxed;
mod place;
mod rc;
mod store;
mod weak;

pub use boxed::Boxed;
pub use place::{Arena, scope};
pub use rc::Rc;
pub use weak::Weak;
