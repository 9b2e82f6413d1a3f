//! Producers and consumers, as one function.

mod ends;
mod errors;
mod produce_consume;

pub use ends::{Consumer, Iter, Producer};
pub use errors::{PopError, PushError};
pub use produce_consume::produce_consume;
