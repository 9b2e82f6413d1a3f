//! Where helper attributes stand.

use crate::diag::Diag;
use syn::Attribute;

/// The attributes of this name.
pub fn named<'a>(attrs: &'a [Attribute], name: &'a str) -> impl Iterator<Item = &'a Attribute> {
    attrs.iter().filter(move |attr| attr.path().is_ident(name))
}

/// Reports all attributes of this name: they don't belong at this `place`. `help` says where they do.
pub fn refuse(attrs: &[Attribute], name: &str, place: &str, help: &str, diag: &mut Diag) {
    for attr in named(attrs, name) {
        diag.error(
            attr.path(),
            format_args!("`#[{name}]` has no meaning on {place}"),
        )
        .help(format_args!("{help}, or remove it"));
    }
}
