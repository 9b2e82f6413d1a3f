//! What expansions of this crate's macros use. Not for anyone else, and not stable.

// `unsize!`
pub use crate::pinned::Rest;
pub use crate::unsized_::{Coerce, Frame, into_frame, out_of_frame};
