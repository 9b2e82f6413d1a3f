//! The arguments that users write.

use super::{Asks, Kind};
use crate::attr::default_library;
use ownership_macro_support::attr::{Grammar, Key};
use ownership_macro_support::crate_path::CratePath;
use ownership_macro_support::diag::Diag;
use syn::{Attribute, Type, WherePredicate};

const TARGET: Key = Key {
    name: "target",
    usage: r#"target = "Type""#,
};

const RANK: Key = Key {
    name: "rank",
    usage: "rank = 1",
};

/// The ranks that `leak::ownership::Rank` knows.
pub(super) const HIGHEST_RANK: usize = 16;

/// `#[disowns(…)]` and its like, below the derive.
pub(super) struct Arguments {
    pub(super) library: CratePath,
    /// In place of the automatic bounds.
    pub(super) bound: Option<Vec<WherePredicate>>,
    /// In place of all handles.
    pub(super) target: Option<Type>,
    /// In place of all ranks.
    pub(super) rank: Option<usize>,
}

impl Arguments {
    pub(super) fn read(kind: &Kind, attrs: &[Attribute], diag: &mut Diag) -> Self {
        let keys: &[Key] = match kind.asks {
            Asks::Nothing => &[Key::BOUND, Key::CRATE],
            Asks::Handles => &[TARGET, Key::BOUND, Key::CRATE],
            Asks::Rank => &[RANK, Key::BOUND, Key::CRATE],
        };
        let grammar = Grammar {
            attribute: kind.shown_attribute,
            reader: kind.shown_derive,
            keys,
        };
        let mut args = grammar.helper_args(kind.attribute, attrs, diag);
        Self {
            library: args.library(default_library(), diag),
            bound: args.bound(diag),
            target: args
                .take("target")
                .and_then(|arg| arg.type_without_macros(diag)),
            rank: args
                .take("rank")
                .and_then(|arg| arg.number(0..=HIGHEST_RANK, diag)),
        }
    }
}
