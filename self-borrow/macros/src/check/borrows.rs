//! Who borrows from whom.

use super::Written;
use crate::attr::Notation;
use crate::lifetimes;
use crate::model::{Field, Kind, Level};
use ownership_macro_support::diag::Diag;
use syn::visit_mut::{self, VisitMut};
use syn::{ItemStruct, Lifetime};

/// Whether owners lie in the struct itself. All of the first level do then, and no others.
pub(super) fn pinned(written: &[Written<'_>], diag: &mut Diag) -> bool {
    let inline: Vec<_> = written
        .iter()
        .filter_map(|field| Some((field, field.lend()?.inline.as_ref()?)))
        .collect();
    let Some((_, first)) = inline.first() else {
        return false;
    };
    let lifetime = |field: &Written<'_>| field.lend().map(|lend| lifetimes::name(&lend.lifetime));
    for (field, inline_token) in &inline {
        let borrows = written
            .iter()
            .any(|owner| lifetime(owner).is_some_and(|name| field.names(&name)));
        if borrows {
            diag.error(*inline_token, "an owner that borrows can't be inline")
                .help("wrap it in a `Box<…>`, and remove `inline`");
        }
    }
    let first_lifetime = lifetime(inline[0].0);
    for field in written {
        let Some(lend) = field.lend() else { continue };
        let borrows = written
            .iter()
            .any(|owner| lifetime(owner).is_some_and(|name| field.names(&name)));
        let other = lifetime(field) != first_lifetime;
        if borrows {
            // It has been said above that it can't be inline.
        } else if lend.inline.is_some() && other {
            diag.error(
                &lend.lifetime,
                "all owners that are inline are lent under one lifetime",
            )
            .help(format_args!(
                "write `'{}`",
                first_lifetime.as_deref().unwrap_or_default()
            ));
        } else if lend.inline.is_none() {
            diag.error(
                &lend.lifetime,
                format_args!(
                    "beside an owner that is `{first}`, an owner that borrows nothing must be, too"
                ),
            )
            .help("write `inline` before the lifetime, and use the same lifetime");
        }
    }
    true
}

/// The lifetimes that are lent, in the order of their declaration.
pub(super) fn lends(
    item: &ItemStruct,
    written: &[Written<'_>],
    notation: Notation,
    diag: &mut Diag,
) -> Option<Vec<Lifetime>> {
    let mut lends: Vec<Lifetime> = Vec::new();
    for field in written {
        let Some(lend) = field.lend() else { continue };
        let name = lifetimes::name(&lend.lifetime);
        if name == "static" || name == "_" {
            diag.error(
                &lend.lifetime,
                format_args!("`'{name}` can't be the name of a lend"),
            )
            .help("choose a name, as `'a`");
            continue;
        }
        let param = item
            .generics
            .lifetimes()
            .find(|param| lifetimes::name(&param.lifetime) == name);
        if param.is_some() {
            diag.error(
                &lend.lifetime,
                format_args!("`'{name}` is a parameter of the struct already"),
            )
            .help("choose another name for the lend; it is declared by `#[lend]`");
            continue;
        }
        if !lends.iter().any(|it| lifetimes::name(it) == name) {
            lends.push(lend.lifetime.clone());
        }
    }
    if lends.is_empty() {
        if written.iter().all(|field| {
            field.lend().is_none() && !field.field.attrs.iter().any(|a| a.path().is_ident("lend"))
        }) {
            diag.error(&item.ident, "nothing is lent")
                .help("write `#[lend('a)]` on the field that owns what others borrow, and `'a` in their types");
        }
        return None;
    }
    for lifetime in &lends {
        let name = lifetimes::name(lifetime);
        if !written.iter().any(|field| field.names(&name)) {
            let mark = match notation {
                Notation::Attribute => format!("#[lend('{name})]"),
                Notation::Bind { .. } => format!("!'{name}"),
            };
            diag.error(lifetime, format_args!("nothing borrows from `'{name}`"))
                .help(format_args!(
                    "write `'{name}` in the type of the field that borrows, as `&'{name} str`; or remove the `{mark}`"
                ));
        }
    }
    Some(lends)
}

/// Lifetimes that mean nothing.
pub(super) fn lifetimes(
    item: &ItemStruct,
    field: &Written<'_>,
    lends: &[Lifetime],
    notation: Notation,
    diag: &mut Diag,
) {
    for lifetime in &field.lifetimes {
        let name = lifetimes::name(lifetime);
        let lent = || lends.iter().any(|it| lifetimes::name(it) == name);
        let param = || {
            let mut params = item.generics.lifetimes();
            params.any(|param| lifetimes::name(&param.lifetime) == name)
        };
        if name == "_" {
            diag.error(lifetime, "`'_` means nothing in a field")
                .help("name the lend that is borrowed from, or a parameter of the struct");
        } else if name != "static" && !lent() && !param() {
            diag.error(
                lifetime,
                format_args!("`'{name}` is neither lent nor a parameter of the struct"),
            )
            .help(match notation {
                Notation::Attribute => {
                    format!("write `#[lend('{name})]` on the field that owns what is borrowed")
                }
                Notation::Bind { .. } => format!(
                    "write `bind '{name}`, and `!'{name}` where the place is that is borrowed, as in `Box<!'{name} T>`"
                ),
            });
        }
    }
}

/// References without a lifetime.
pub(super) fn references(field: &Written<'_>, lend: Option<&Lifetime>, diag: &mut Diag) {
    let mut elided = Elided { lend, diag };
    elided.visit_type_mut(&mut field.field.ty.clone());
}

/// Finds `&T` without a lifetime.
struct Elided<'d> {
    lend: Option<&'d Lifetime>,
    diag: &'d mut Diag,
}

impl VisitMut for Elided<'_> {
    fn visit_type_reference_mut(&mut self, ty: &mut syn::TypeReference) {
        if ty.lifetime.is_none() {
            let example = self.lend.map_or("'a".to_owned(), ToString::to_string);
            self.diag
                .error(ty.and_token.span, "a reference in a field needs a lifetime")
                .help(format_args!(
                    "write `&{example} …`, with the lend that is borrowed from"
                ));
        }
        visit_mut::visit_type_reference_mut(self, ty);
    }

    // The lifetimes of arguments may be left out.
    fn visit_type_fn_ptr_mut(&mut self, _: &mut syn::TypeFnPtr) {}

    fn visit_parenthesized_generic_arguments_mut(
        &mut self,
        _: &mut syn::ParenthesizedGenericArguments,
    ) {
    }
}

/// Whether each owner can be built before what borrows from it. Otherwise there are no steps.
pub(super) fn order(
    written: &[Written<'_>],
    levels: &[Level],
    named: &[Vec<usize>],
    diag: &mut Diag,
) -> bool {
    let mut good = true;
    for (index, level) in levels.iter().enumerate() {
        let lifetime = &level.lifetime;
        for &owner in &level.owners {
            let token = written[owner]
                .lend()
                .map_or(lifetime, |lend| &lend.lifetime);
            if named[owner].contains(&index) {
                good = false;
                diag.error(
                    at(&written[owner], lifetime),
                    format_args!("an owner can't borrow from its own lend `{lifetime}`"),
                )
                .help("lend it under another lifetime than the one that it borrows from");
            } else if !level.root && named[owner].is_empty() {
                good = false;
                diag.error(
                    token,
                    format_args!("`{lifetime}` is also lent by an owner that borrows itself"),
                )
                .help("lend this one under another lifetime: it lives longer");
            } else if let Some(&later) = named[owner].iter().find(|&&other| other > index) {
                good = false;
                let place = at(&written[owner], &levels[later].lifetime);
                let mut owners = levels[later].owners.iter();
                if owners.any(|&other| named[other].contains(&index)) {
                    diag.error(place, "two owners can't borrow from each other")
                        .help("let one of them own what both need, and lend it to both");
                } else {
                    diag.error(place, "this owner borrows from one that is lent later")
                        .help("declare the owner that it borrows from before it");
                }
            }
        }
        if level.root {
            continue;
        }
        let last = level.owners.iter().max().copied().unwrap_or(0);
        for field in written {
            // Of owners it has been said above.
            if field.lend().is_none() && named[field.index].contains(&index) && field.index < last {
                good = false;
                diag.error(
                    at(field, lifetime),
                    format_args!(
                        "`{}` borrows from `{lifetime}` before `{}`, which lends it, is built",
                        field.name(),
                        written[last].name()
                    ),
                )
                .help(format_args!(
                    "declare `{}` after `{}`: fields that borrow are built in order",
                    field.name(),
                    written[last].name()
                ));
            }
        }
    }
    good
}

/// Where the field names the lifetime.
fn at(field: &Written<'_>, lifetime: &Lifetime) -> proc_macro2::Span {
    let name = lifetimes::name(lifetime);
    let mut all = field.lifetimes.iter();
    all.find(|it| lifetimes::name(it) == name)
        .unwrap_or(lifetime)
        .span()
}

/// `#[not_covariant]` only where it means something.
pub(super) fn not_covariant(written: &[Written<'_>], fields: &[Field], diag: &mut Diag) {
    for (written, field) in written.iter().zip(fields) {
        let Some(attr) = &written.attrs.not_covariant else {
            continue;
        };
        if field.named.is_empty() {
            diag.error(
                &attr.meta,
                "`#[not_covariant]` is for fields that borrow from a lend",
            )
            .help("remove it");
        } else if matches!(field.kind, Kind::Owner { mutable: true, .. }) {
            diag.error(
                &attr.meta,
                "`#[not_covariant]` means nothing on an owner that is lent mutably: it can't be seen anyway",
            )
            .help("remove it");
        }
    }
}
