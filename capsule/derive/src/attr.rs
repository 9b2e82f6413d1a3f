//! The arguments that users write.

use ownership_macro_support::attr::{Grammar, Key};
use ownership_macro_support::crate_path::CratePath;
use ownership_macro_support::diag::Diag;
use syn::{Attribute, WherePredicate};

const SEND: Key = Key {
    name: "send",
    usage: "send",
};

/// `#[capsule(…)]` on the type.
pub(crate) struct TypeArgs {
    pub(crate) library: CratePath,
    /// In place of the automatic bounds.
    pub(crate) bound: Option<Vec<WherePredicate>>,
}

impl TypeArgs {
    /// Below `#[derive(CapsuleSend)]`.
    pub(crate) fn read(attrs: &[Attribute], diag: &mut Diag) -> Self {
        let grammar = Grammar {
            attribute: "#[capsule]",
            reader: "#[capsule]",
            keys: &[Key::BOUND, Key::CRATE],
        };
        let mut args = grammar.helper_args("capsule", attrs, diag);
        Self {
            library: args.library(default_library(), diag),
            bound: args.bound(diag),
        }
    }
}

/// `#[capsule(…)]` on a field: whether it says `send`.
pub(crate) fn field(attrs: &[Attribute], diag: &mut Diag) -> bool {
    let grammar = Grammar {
        attribute: "#[capsule]",
        reader: "#[capsule] on a field",
        keys: &[SEND],
    };
    let mut args = grammar.helper_args("capsule", attrs, diag);
    args.take("send").is_some_and(|arg| arg.flag(diag))
}

/// `#[capsule(…)]` below `#[derive(Family)]`.
///
/// Where `CapsuleSend` is derived too, the errors of both have the same words, and the compiler shows them
/// once.
pub(crate) fn family(attrs: &[Attribute], diag: &mut Diag) -> CratePath {
    let grammar = Grammar {
        attribute: "#[capsule]",
        reader: "#[capsule]",
        keys: &[Key::BOUND, Key::CRATE],
    };
    grammar
        .helper_args("capsule", attrs, diag)
        .library(default_library(), diag)
}

pub(crate) fn default_library() -> CratePath {
    CratePath::absolute("capsule")
}
