//! The arguments that users write.

use ownership_macro_support::attr::{Grammar, Key};
use ownership_macro_support::crate_path::CratePath;
use ownership_macro_support::diag::Diag;
use proc_macro2::TokenStream;
use syn::{Attribute, WherePredicate};

/// `#[leak(…)]` below `#[derive(Leak)]`.
pub(crate) struct LeakArgs {
    pub(crate) library: CratePath,
    /// In place of the automatic bounds.
    pub(crate) bound: Option<Vec<WherePredicate>>,
}

impl LeakArgs {
    pub(crate) fn read(attrs: &[Attribute], diag: &mut Diag) -> Self {
        let grammar = Grammar {
            attribute: "#[leak]",
            reader: "#[derive(Leak)]",
            keys: &[Key::BOUND, Key::CRATE],
        };
        let mut args = grammar.helper_args("leak", attrs, diag);
        Self {
            library: args.library(default_library(), diag),
            bound: args.bound(diag),
        }
    }
}

/// `#[leak(…)]` below `#[derive(Unleak)]`.
pub(crate) fn unleak(attrs: &[Attribute], diag: &mut Diag) -> CratePath {
    let grammar = Grammar {
        attribute: "#[leak]",
        reader: "#[derive(Unleak)]",
        keys: &[Key::CRATE],
    };
    grammar
        .helper_args("leak", attrs, diag)
        .library(default_library(), diag)
}

/// `#[attribute(…)]`, an attribute macro that knows only `crate = path`.
pub(crate) fn crate_only(
    attribute: &'static str,
    tokens: TokenStream,
    diag: &mut Diag,
) -> CratePath {
    let grammar = Grammar {
        attribute,
        reader: attribute,
        keys: &[Key::CRATE],
    };
    grammar
        .macro_args(tokens, diag)
        .library(default_library(), diag)
}

pub(crate) fn default_library() -> CratePath {
    CratePath::absolute("leak")
}
