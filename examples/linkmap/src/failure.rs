//! What ends a run before there is a report.

use core::fmt;
use std::io;
use std::path::PathBuf;

#[derive(Debug)]
pub(crate) enum Failure {
    NoFolder { path: PathBuf, error: io::Error },
    NotAFolder { path: PathBuf },
    Worker { message: String },
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFolder { path, error } => {
                write!(f, "cannot read the folder `{}`: {error}", path.display())
            }
            Self::NotAFolder { path } => {
                let folder = path
                    .parent()
                    .filter(|parent| !parent.as_os_str().is_empty())
                    .map_or_else(|| ".".into(), |parent| parent.to_string_lossy());
                write!(
                    f,
                    "`{}` is not a folder\n  help: links are checked a folder at a time: linkmap {folder}",
                    path.display()
                )
            }
            Self::Worker { message } => {
                write!(
                    f,
                    "a worker thread panicked: {message}\n  this is a bug in linkmap"
                )
            }
        }
    }
}

impl core::error::Error for Failure {}
