//! The arguments that users write.

use ownership_macro_support::attr::{Grammar, Key};
use ownership_macro_support::crate_path::CratePath;
use ownership_macro_support::diag::Diag;
use proc_macro2::TokenStream;
use syn::{Attribute, Ident, Path};

const SPLIT_ONLY: Key = Key {
    name: "split_only",
    usage: "split_only",
};

const PLAIN_ERRORS: Key = Key {
    name: "plain_errors",
    usage: "plain_errors",
};

const FIELDS: Key = Key {
    name: "fields",
    usage: "fields = Name",
};

/// `#[own_ref(…)]` below `#[derive(Fields)]`.
pub(crate) struct FieldsArgs {
    pub(crate) library: CratePath,
    /// No part: only what `Own::split` needs.
    pub(crate) split_only: bool,
    /// No `#[diagnostic::…]`, which isn't there without the prelude.
    pub(crate) plain_errors: bool,
}

impl FieldsArgs {
    pub(crate) fn read(attrs: &[Attribute], diag: &mut Diag) -> Self {
        let grammar = Grammar {
            attribute: "#[own_ref]",
            reader: "#[derive(Fields)]",
            keys: &[SPLIT_ONLY, PLAIN_ERRORS, Key::CRATE],
        };
        let mut args = grammar.helper_args("own_ref", attrs, diag);
        Self {
            library: args.library(default_library(), diag),
            split_only: args.take("split_only").is_some_and(|arg| arg.flag(diag)),
            plain_errors: args.take("plain_errors").is_some_and(|arg| arg.flag(diag)),
        }
    }
}

/// `#[own_ref(…)]` below `#[derive(States)]`.
pub(crate) fn states(attrs: &[Attribute], diag: &mut Diag) -> CratePath {
    let grammar = Grammar {
        attribute: "#[own_ref]",
        reader: "#[derive(States)]",
        keys: &[Key::CRATE],
    };
    grammar
        .helper_args("own_ref", attrs, diag)
        .library(default_library(), diag)
}

/// `#[own_drop(…)]`.
pub(crate) struct OwnDropArgs {
    pub(crate) library: CratePath,
    /// The name of the struct of fields.
    pub(crate) fields: Option<Ident>,
    /// The path as it was written.
    pub(crate) crate_path: Option<Path>,
}

impl OwnDropArgs {
    pub(crate) fn read(tokens: TokenStream, diag: &mut Diag) -> Self {
        let grammar = Grammar {
            attribute: "#[own_drop]",
            reader: "#[own_drop]",
            keys: &[FIELDS, Key::CRATE],
        };
        let mut args = grammar.macro_args(tokens, diag);
        let crate_path = args.take("crate").and_then(|arg| arg.path(diag));
        let why = "the struct of fields is declared right here";
        let fields = args.take("fields").and_then(|arg| arg.name(why, diag));
        Self {
            library: crate_path
                .clone()
                .map_or_else(default_library, CratePath::overridden),
            fields,
            crate_path,
        }
    }
}

pub(crate) fn default_library() -> CratePath {
    CratePath::absolute("own_ref")
}
