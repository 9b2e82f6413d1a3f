//! The arguments that users write.

use ownership_macro_support::attr::{Args, Grammar, Key};
use ownership_macro_support::crate_path::CratePath;
use ownership_macro_support::diag::Diag;
use proc_macro2::TokenStream;
use syn::{Attribute, WherePredicate};

const CRATE: Key = Key {
    name: "crate",
    usage: "crate = path",
};

const BOUND: Key = Key {
    name: "bound",
    usage: r#"bound = "T: Trait""#,
};

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
            keys: &[BOUND, CRATE],
        };
        let mut args = grammar.helper_args("leak", attrs, diag);
        Self {
            library: library(&mut args, diag),
            bound: args.take("bound").and_then(|arg| arg.predicates(diag)),
        }
    }
}

/// `#[leak(…)]` below `#[derive(Unleak)]`.
pub(crate) fn unleak(attrs: &[Attribute], diag: &mut Diag) -> CratePath {
    let grammar = Grammar {
        attribute: "#[leak]",
        reader: "#[derive(Unleak)]",
        keys: &[CRATE],
    };
    library(&mut grammar.helper_args("leak", attrs, diag), diag)
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
        keys: &[CRATE],
    };
    library(&mut grammar.macro_args(tokens, diag), diag)
}

fn library(args: &mut Args, diag: &mut Diag) -> CratePath {
    args.take("crate")
        .and_then(|arg| arg.path(diag))
        .map_or_else(|| CratePath::absolute("leak"), CratePath::overridden)
}
