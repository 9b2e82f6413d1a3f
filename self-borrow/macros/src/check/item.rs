//! The struct around the fields.

use super::is_unit;
use crate::attr::inert;
use crate::model::{Derive, Field, Style};
use ownership_macro_support::diag::Diag;
use ownership_macro_support::generics;
use syn::punctuated::Punctuated;
use syn::{Attribute, Fields, ItemStruct, Path, Token};

/// How the fields are written.
pub(super) fn style(item: &ItemStruct, diag: &mut Diag) -> Option<Style> {
    match &item.fields {
        Fields::Named(_) => Some(Style::Named),
        Fields::Unnamed(_) => Some(Style::Tuple),
        fields @ Fields::Unit => {
            debug_assert!(is_unit(fields));
            diag.error(&item.ident, "a struct without fields lends nothing")
                .help("add a field that owns, `#[lend('a)]`, and one that borrows");
            None
        }
    }
}

/// The attributes that are kept: documentation and lints.
pub(super) fn attributes(item: &ItemStruct, diag: &mut Diag) -> Vec<Attribute> {
    let mut kept = Vec::new();
    for attr in &item.attrs {
        if let Some(attr) = inert(attr) {
            kept.push(attr);
        } else if !attr.path().is_ident("derive") {
            diag.error(
                attr.path(),
                "this attribute would see another struct than the one that is written here",
            )
            .help("remove it; besides documentation and lints, `#[derive(…)]` of the traits of core is understood");
        }
    }
    kept
}

/// Parameters of the struct have no attributes that could be kept.
pub(super) fn generics(item: &ItemStruct, diag: &mut Diag) {
    for param in &item.generics.params {
        for attr in generics::attributes(param) {
            diag.error(
                attr.path(),
                "attributes of parameters are not supported on a self-borrowing struct",
            )
            .help("remove it");
        }
    }
}

/// What `#[derive(…)]` below the attribute asks for.
pub(super) fn derives(item: &ItemStruct, fields: &[Field], diag: &mut Diag) -> Vec<Derive> {
    let mut derives = Vec::new();
    for attr in item.attrs.iter().filter(|it| it.path().is_ident("derive")) {
        let paths = attr.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated);
        let help = "write `#[derive(Trait, …)]`";
        for path in diag.parsed(paths, help).into_iter().flatten() {
            if let Some(derive) = derive(&path, fields, diag) {
                derives.push(derive);
            }
        }
    }
    derives
}

fn derive(path: &Path, fields: &[Field], diag: &mut Diag) -> Option<Derive> {
    let name = path.segments.last()?.ident.to_string();
    let derive = match name.as_str() {
        "Clone" => Derive::Clone,
        "Debug" => Derive::Debug,
        "PartialEq" => Derive::PartialEq,
        "Eq" => Derive::Eq,
        "PartialOrd" => Derive::PartialOrd,
        "Ord" => Derive::Ord,
        "Hash" => Derive::Hash,
        _ => {
            diag.error(path, format_args!("`{name}` can't be derived for a self-borrowing struct"))
                .help("implement it by hand, with the getters and `with`; `Clone`, `Debug`, `PartialEq`, `Eq`, `PartialOrd`, `Ord` and `Hash` can be derived");
            return None;
        }
    };
    if derive == Derive::Clone && fields.iter().any(Field::is_lent_mutably) {
        diag.error(
            path,
            "`Clone` can't be derived where an owner is lent mutably",
        )
        .help("lend shared, from an `Rc<…>` or `Arc<…>`: its clones own the same content");
        return None;
    }
    let compares = matches!(
        derive,
        Derive::PartialEq | Derive::Eq | Derive::PartialOrd | Derive::Ord
    );
    if compares && fields.iter().any(|field| !field.covariant) {
        diag.error(
            path,
            format_args!("`{name}` can't be derived where a field is `#[not_covariant]`: the fields of two values have different types"),
        )
        .help("implement it by hand, with `with` of both values");
        return None;
    }
    Some(derive)
}
