//! Which attributes may stand on a framed function: those that can't be macros.

use ownership_macro_support::diag::Diag;
use ownership_macro_support::text;
use proc_macro2::{TokenStream, TokenTree};
use syn::{Attribute, Meta};

/// Attributes that are built into the compiler. A macro can't take such a name: where one of the
/// same name is in scope, however it was imported, the use is ambiguous (E0659). `cfg` and
/// `cfg_attr` can't even be declared.
///
/// Not here, although the compiler knows them: `test`, `bench`, `derive`, `global_allocator` and
/// the like. They are macros of the prelude, and an import shadows them without a word.
const BUILT_IN: &[&str] = &[
    "allow",
    "automatically_derived",
    "cfg",
    "cold",
    "deny",
    "deprecated",
    "doc",
    "expect",
    "export_name",
    "forbid",
    "inline",
    "link_section",
    "must_use",
    "no_mangle",
    "target_feature",
    "track_caller",
    "warn",
];

/// Reports the attributes that could be macros, and takes them off.
pub(super) fn check(attrs: &mut Vec<Attribute>, diag: &mut Diag) {
    attrs.retain(|attr| meta(&attr.meta, diag));
}

/// Whether attributes like this may stay.
fn meta(meta: &Meta, diag: &mut Diag) -> bool {
    let path = meta.path();
    if BUILT_IN.iter().any(|name| path.is_ident(name)) {
        return true;
    }
    if let Meta::List(list) = meta {
        // `unsafe(no_mangle)`
        if path.is_ident("unsafe") {
            return nested(list.tokens.clone(), diag);
        }
        // `cfg_attr(condition, attribute, …)`
        if path.is_ident("cfg_attr") {
            let mut fine = true;
            for piece in split_at_commas(list.tokens.clone()).into_iter().skip(1) {
                fine &= nested(piece, diag);
            }
            return fine;
        }
    }
    if path
        .segments
        .last()
        .is_some_and(|last| last.ident == "framed")
    {
        diag.error(path, "this function is `#[framed]` already")
            .help("remove one of the two");
        return false;
    }
    let name = text::of_path(path);
    let help = if path.is_ident("test") {
        "put `#[test]` above `#[framed]`".to_owned()
    } else if path.segments.len() > 1 {
        format!("if it is a macro, put `#[{name}]` above `#[framed]`, else remove it")
    } else {
        format!("put `#[{name}]` above `#[framed]`")
    };
    diag.error(
        path,
        format_args!(
            "`#[{name}]` could be a macro that moves the frames of this function somewhere else"
        ),
    )
    .help(help);
    false
}

fn nested(tokens: TokenStream, diag: &mut Diag) -> bool {
    if tokens.is_empty() {
        return true; // `cfg_attr(condition,)`
    }
    diag.parsed(
        syn::parse2::<Meta>(tokens),
        "write attributes that are built into the compiler",
    )
    .is_some_and(|inner| meta(&inner, diag))
}

fn split_at_commas(tokens: TokenStream) -> Vec<TokenStream> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    tokens
        .split(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ','))
        .map(|piece| piece.iter().cloned().collect())
        .collect()
}
