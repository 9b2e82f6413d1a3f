//! The trait family: which types may be forgotten.
pub(crate) mod assert;
pub(crate) mod derive_support;
mod impls;
mod leak_fn;
mod leak_trait;
mod unleak;

pub use leak_fn::{LeakFn, LeakFnMut, LeakFnOnce};
pub use leak_trait::Leak;
pub use unleak::Unleak;
