//! The two output streams, either of which may be closed at any time.

use core::fmt::Display;
use std::io::{self, Write as _};

/// Writes a line to stderr. Nobody is left to be told when stderr is closed.
pub(crate) fn note(message: impl Display) {
    writeln!(io::stderr(), "{message}").ok();
}

/// Like [`note`], for what makes the result incomplete.
pub(crate) fn complain(message: impl Display) {
    note(format_args!("linkmap: {message}"));
}

/// Writes to stdout. A reader that has seen enough (`linkmap | head`) is no error.
pub(crate) fn print(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush())
    {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}
