//! Something below the folder that could not be read; the rest of the run goes on.

use std::path::PathBuf;

use crate::source::Position;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Problem {
    /// Relative to the checked folder; empty for the folder itself.
    pub(crate) path: PathBuf,
    pub(crate) at: Option<BadByte>,
    pub(crate) message: String,
}

/// The first byte of a file that is not UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct BadByte {
    pub(crate) position: Position,
    pub(crate) offset: usize,
}
