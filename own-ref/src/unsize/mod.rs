//! Owned references to unsized values.

mod any;
mod call;
mod coerce;

pub use any::DynAny;
pub use call::CallOnce;
#[doc(hidden)]
pub use coerce::{Coerce, Frame, into_frame, out_of_frame};
