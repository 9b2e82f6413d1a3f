//! Reference counting for one thread: `std::rc`, with `T: Leak` on every way in.
//!
//! A value that owns an [`Rc`] of itself, directly or in a circle, is never destroyed. So an `Rc` may
//! forget what it holds, and takes only what may be forgotten.
//!
//! ```
//! use leak::rc::Rc;
//!
//! let name = String::from("ann");
//! let shared = Rc::new(&name); // borrowing is fine
//! assert_eq!(shared.len(), 3);
//! ```
//!
//! A guard that borrows isn't accepted:
//!
//! ```compile_fail,E0597
//! use leak::{Unleak, rc::Rc};
//!
//! let name = String::from("ann");
//! let guard = Rc::new(Unleak(&name)); // `name` does not live long enough
//! ```

use alloc::rc as std_rc;

pub use crate::shared::MakeMut;

crate::shared::shared_pointer! {
    /// A pointer that shares a value within a thread: [`std::rc::Rc`](alloc::rc::Rc) that takes only
    /// what may be forgotten.
    ///
    /// It is a transparent wrapper, with the API of the standard library's. What differs:
    ///
    /// - Each way in asks for `T: Leak`: [`new`](Self::new), [`pin`](Self::pin),
    ///   [`new_cyclic`](Self::new_cyclic), [`make_mut`](Self::make_mut), `From`, `FromIterator`,
    ///   `Default`, [`from_std`](Self::from_std).
    /// - So does [`into_raw`](Self::into_raw), since a raw pointer has no destructor.
    /// - There are `unsafe` ways in for other types: [`new_unchecked`](Self::new_unchecked) and so on.
    /// - Coercion to a trait object needs a function: [`coerce`](Self::coerce).
    ///
    /// What only shares or looks at a value that is already inside is as always: `clone`, `Deref`,
    /// [`get_mut`](Self::get_mut), [`try_unwrap`](Self::try_unwrap) have no bound.
    ///
    /// ```
    /// use std::cell::Cell;
    /// use leak::rc::Rc;
    ///
    /// let count = Rc::new(Cell::new(0));
    /// let clone = count.clone();
    /// clone.set(7);
    /// assert_eq!(count.get(), 7);
    /// ```
    Rc("Rc"): std_rc, "leak::rc", "std::rc::Rc", [core::any::Any] "Any"
}
