//! The trait family: which types may be forgotten.
pub(crate) mod assert;
mod impls;
mod leak_fn;
mod leak_trait;
mod unleak;

pub use leak_fn::{LeakFn, LeakFnMut, LeakFnOnce};
pub use leak_trait::Leak;
pub use unleak::Unleak;
