//! Arguments that several macros take.

use super::{Arg, Args, Key};
use crate::crate_path::CratePath;
use crate::diag::Diag;
use core::fmt::Display;
use syn::{Ident, WherePredicate};

impl Key {
    /// Where the library is: see [`Args::library`].
    pub const CRATE: Self = Self {
        name: "crate",
        usage: "crate = path",
    };

    /// The bounds of an impl: see [`Args::bound`].
    pub const BOUND: Self = Self {
        name: "bound",
        usage: r#"bound = "T: Trait""#,
    };
}

impl Args {
    /// What [`Key::CRATE`] says, or else `default`.
    pub fn library(&mut self, default: CratePath, diag: &mut Diag) -> CratePath {
        self.take(Key::CRATE.name)
            .and_then(|arg| arg.path(diag))
            .map_or(default, CratePath::overridden)
    }

    /// What [`Key::BOUND`] says.
    pub fn bound(&mut self, diag: &mut Diag) -> Option<Vec<WherePredicate>> {
        self.take(Key::BOUND.name)
            .and_then(|arg| arg.predicates(diag))
    }
}

impl Arg {
    /// The value of `key = Name`. `why` says why it can't be a longer path.
    pub fn name(self, why: impl Display, diag: &mut Diag) -> Option<Ident> {
        let help = self.write_usage();
        let path = self.path(diag)?;
        let name = path.get_ident().cloned();
        if name.is_none() {
            diag.error(&path, "expected a name")
                .help(format_args!("{help}: {why}"));
        }
        name
    }
}
