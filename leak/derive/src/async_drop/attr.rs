//! `#[async_drop(…)]`, on the type and on its fields.

use crate::attr::default_library;
use ownership_macro_support::attr::{self, Grammar, Key, named};
use ownership_macro_support::crate_path::CratePath;
use ownership_macro_support::diag::Diag;
use ownership_macro_support::generics;
use proc_macro2::Span;
use syn::{Attribute, Data, DeriveInput, Path, WherePredicate};

const ATTRIBUTE: &str = "async_drop";

const SKIP: Key = Key {
    name: "skip",
    usage: "skip",
};
const SYNC: Key = Key {
    name: "sync",
    usage: "sync",
};
const WITH: Key = Key {
    name: "with",
    usage: r#"with = "path""#,
};

/// What stands on the type.
pub(crate) struct TypeArgs {
    pub(crate) library: CratePath,
    /// Besides those of the type.
    pub(crate) bound: Vec<WherePredicate>,
}

impl TypeArgs {
    pub(crate) fn read(attrs: &[Attribute], diag: &mut Diag) -> Self {
        let grammar = Grammar {
            attribute: "#[async_drop]",
            reader: "#[derive(AsyncDrop)]",
            keys: &[Key::BOUND, Key::CRATE],
        };
        // On the type, the field's keys are known, too, so as to say where they belong.
        for attr in named(attrs, ATTRIBUTE) {
            if let Some(key) = only_field_keys(attr) {
                diag.error(
                    &key,
                    format_args!("`{}` has no meaning on the type", name(&key)),
                )
                .help("put it on a field");
            }
        }
        let attrs: Vec<Attribute> = attrs
            .iter()
            .filter(|attr| only_field_keys(attr).is_none())
            .cloned()
            .collect();
        let mut args = grammar.helper_args(ATTRIBUTE, &attrs, diag);
        Self {
            library: args.library(default_library(), diag),
            bound: args.bound(diag).unwrap_or_default(),
        }
    }
}

/// The first argument, if it is a key that only fields have.
fn only_field_keys(attr: &Attribute) -> Option<Path> {
    let list = attr.meta.require_list().ok()?;
    let first = list.tokens.clone().into_iter().next()?;
    let path: Path = syn::parse2(first.into()).ok()?;
    [SKIP, SYNC, WITH]
        .iter()
        .any(|key| path.is_ident(key.name))
        .then_some(path)
}

fn name(path: &Path) -> String {
    path.get_ident()
        .map(ToString::to_string)
        .unwrap_or_default()
}

/// How a field is destroyed.
pub(crate) enum How {
    /// As its type is.
    ByType,
    /// Dropped, after all the others.
    Skip,
    /// Dropped, in its turn.
    Sync,
    /// By a function.
    With(Path),
}

impl How {
    pub(crate) fn read(attrs: &[Attribute], diag: &mut Diag) -> Self {
        let grammar = Grammar {
            attribute: "#[async_drop]",
            reader: "#[async_drop]",
            keys: &[SKIP, SYNC, WITH],
        };
        let mut args = grammar.helper_args(ATTRIBUTE, attrs, diag);
        let mut found: Vec<(Span, Self)> = Vec::new();
        if let Some(arg) = args.take("skip") {
            let span = arg.key.span();
            arg.flag(diag);
            found.push((span, Self::Skip));
        }
        if let Some(arg) = args.take("sync") {
            let span = arg.key.span();
            arg.flag(diag);
            found.push((span, Self::Sync));
        }
        if let Some(arg) = args.take("with") {
            let span = arg.key.span();
            if let Some(path) = arg.path(diag) {
                found.push((span, Self::With(path)));
            }
        }
        for (span, _) in found.iter().skip(1) {
            diag.error(*span, "a field is destroyed in one way")
                .help("keep one of `skip`, `sync` and `with`");
        }
        found
            .into_iter()
            .next()
            .map_or(Self::ByType, |(_, how)| how)
    }
}

/// Variants and parameters have no such attribute.
pub(crate) fn none_elsewhere(input: &DeriveInput, diag: &mut Diag) {
    for param in &input.generics.params {
        refuse(generics::attributes(param), "a generic parameter", diag);
    }
    match &input.data {
        Data::Enum(data) => {
            for variant in &data.variants {
                refuse(&variant.attrs, "a variant", diag);
            }
        }
        Data::Union(data) => {
            for field in &data.fields.named {
                refuse(&field.attrs, "a field of a union", diag);
            }
        }
        Data::Struct(_) => {}
    }
}

fn refuse(attrs: &[Attribute], place: &str, diag: &mut Diag) {
    const HELP: &str = "put it on a field, or on the type below `#[derive(AsyncDrop)]`";
    attr::refuse(attrs, ATTRIBUTE, place, HELP, diag);
}
