//! What a link turned out to be.

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    External,
    CodePath,
    /// Leads to something that exists; to a page, if that was read.
    Good {
        page: Option<usize>,
    },
    /// Exists, but not in the checked folder. The path is relative to it.
    Outside {
        target: String,
    },
    Broken(Fault),
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) kind: FaultKind,
    /// What to write instead.
    pub(crate) instead: Option<String>,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum FaultKind {
    EmptyLink,
    BadEncoding,
    UndefinedReference,
    /// The path is relative to the checked folder.
    MissingFile {
        target: String,
    },
    MissingAnchor {
        page: usize,
        fragment: String,
    },
}

impl FaultKind {
    /// The name of the kind in the JSON.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::EmptyLink => "empty-link",
            Self::BadEncoding => "bad-encoding",
            Self::UndefinedReference => "undefined-reference",
            Self::MissingFile { .. } => "missing-file",
            Self::MissingAnchor { .. } => "missing-anchor",
        }
    }
}

impl From<FaultKind> for Verdict {
    fn from(kind: FaultKind) -> Self {
        Self::Broken(Fault {
            kind,
            instead: None,
        })
    }
}
