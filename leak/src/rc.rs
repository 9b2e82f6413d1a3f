//! Reference counting for one thread: `std::rc`, with `T: Leak` on every way in.
//!
//! A value that owns an [`Rc`] of itself, directly or in a circle, is never destroyed. So an `Rc`
//! may forget what it holds, and takes only what may be forgotten.
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

use core::any::Any;

use alloc::rc as std_rc;

pub use crate::shared::MakeMut;

crate::shared::shared_pointer!(Rc("Rc", "within a thread"): std_rc in "rc", [Any] "Any");
