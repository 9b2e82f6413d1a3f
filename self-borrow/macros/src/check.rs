//! From the struct as it was written to the model: all mistakes are found here.

mod borrows;
mod item;
mod outer;

use crate::attr::{Args, FieldAttrs, Notation};
use crate::lifetimes;
use crate::model::{Level, Model, Names, Step, kind};
use ownership_macro_support::diag::Diag;
use ownership_macro_support::names::{self, Fresh};
use ownership_macro_support::self_type::ReplaceSelf;
use ownership_macro_support::span;
use proc_macro2::{Ident, Span};
use quote::format_ident;
use syn::ext::IdentExt as _;
use syn::{Fields, ItemStruct};

/// Most arguments of the closure that builds a field.
const MOST_ARGS: usize = 8;

/// The model; if there were mistakes, it may be of no use, and may be missing.
pub(crate) fn model(item: &ItemStruct, args: Args, diag: &mut Diag) -> Option<Model> {
    let style = item::style(item, diag)?;
    let attrs = item::attributes(item, diag);
    item::generics(item, diag);
    let field_attrs: Vec<_> = item
        .fields
        .iter()
        .map(|field| FieldAttrs::read(&field.attrs, diag))
        .collect();
    let written: Vec<Written<'_>> = item
        .fields
        .iter()
        .zip(&field_attrs)
        .enumerate()
        .map(|(index, (field, attrs))| Written {
            index,
            field,
            attrs,
            lifetimes: lifetimes::in_tokens(&field.ty),
        })
        .collect();

    let first = written.iter().find_map(Written::lend);
    for field in &written {
        borrows::references(field, first.map(|lend| &lend.lifetime), diag);
    }
    if args.notation == (Notation::Bind { names_fit: false }) {
        return None;
    }
    let pinned = borrows::pinned(&written, diag);
    let lends = borrows::lends(item, &written, args.notation, diag)?;
    for field in &written {
        borrows::lifetimes(item, field, &lends, args.notation, diag);
    }
    let (levels, named) = order(&written, &lends, diag)?;

    let mut fresh = Fresh::beside(item);
    let given = Names::new(&mut fresh);
    let generics = names::parameters(&item.generics);
    let ident = &item.ident;
    let (_, ty_generics, _) = generics.split_for_impl();
    let mut replace_self = ReplaceSelf::by(&generated!(#ident #ty_generics));
    let fields: Vec<_> = written
        .iter()
        .map(|it| {
            let (ident, stem) = match &it.field.ident {
                Some(ident) => (ident.clone(), ident.unraw().to_string()),
                None => (
                    format_ident!("_{}", it.index, span = Span::mixed_site()),
                    it.index.to_string(),
                ),
            };
            let level = it.lend().and_then(|lend| {
                let name = lifetimes::name(&lend.lifetime);
                levels
                    .iter()
                    .position(|l| lifetimes::name(&l.lifetime) == name)
            });
            crate::model::Field {
                var: variable(&ident, &stem),
                ident: generated_ident(ident),
                stem,
                visibility: it.field.vis.clone(),
                attrs: it.attrs.kept.clone(),
                ty: replace_self.in_type(&it.field.ty),
                kind: kind(it.lend(), &named[it.index], level),
                named: named[it.index].clone(),
                covariant: it.attrs.not_covariant.is_none(),
            }
        })
        .collect();
    let steps = steps(&written, &fields, &levels, diag);
    borrows::not_covariant(&written, &fields, diag);
    let derives = item::derives(item, &fields, diag);
    let outer = outer::lifetime(item, diag);
    let prefix = args.prefix.unwrap_or_else(|| item.ident.unraw());
    Some(Model {
        library: args.library,
        attrs,
        derives,
        visibility: item.vis.clone(),
        ident: item.ident.clone(),
        prefix,
        generics: replace_self.in_generics(&generics),
        fields,
        style,
        levels,
        steps,
        outer,
        pinned,
        names: given,
    })
}

/// A field as it was written.
struct Written<'i> {
    index: usize,
    field: &'i syn::Field,
    attrs: &'i FieldAttrs,
    /// Those that its type names.
    lifetimes: Vec<syn::Lifetime>,
}

impl Written<'_> {
    fn lend(&self) -> Option<&crate::attr::Lend> {
        self.attrs.lend.as_ref()
    }

    /// How messages name it.
    fn name(&self) -> String {
        match &self.field.ident {
            Some(ident) => ident.to_string(),
            None => self.index.to_string(),
        }
    }

    /// The field's name; the type, where it has none.
    fn place(&self) -> ownership_macro_support::span::Extent {
        match &self.field.ident {
            Some(ident) => span::Extent::of(ident),
            None => span::Extent::of(&self.field.ty),
        }
    }

    fn names(&self, lifetime: &str) -> bool {
        self.lifetimes
            .iter()
            .any(|it| lifetimes::name(it) == lifetime)
    }
}

/// The lends, those of roots first; and which of them each field names.
fn order(
    written: &[Written<'_>],
    lends: &[syn::Lifetime],
    diag: &mut Diag,
) -> Option<(Vec<Level>, Vec<Vec<usize>>)> {
    let borrows = |field: &Written<'_>| lends.iter().any(|it| field.names(&lifetimes::name(it)));
    let levels: Vec<_> = lends
        .iter()
        .map(|lifetime| {
            let name = lifetimes::name(lifetime);
            let owners: Vec<_> = written
                .iter()
                .filter(|field| {
                    field
                        .lend()
                        .is_some_and(|lend| lifetimes::name(&lend.lifetime) == name)
                })
                .collect();
            Level {
                lifetime: lifetime.clone(),
                root: !owners.iter().any(|field| borrows(field)),
                owners: owners.iter().map(|field| field.index).collect(),
            }
        })
        .collect();
    let (mut levels, inner): (Vec<_>, Vec<_>) = levels.into_iter().partition(|level| level.root);
    levels.extend(inner);
    let named: Vec<Vec<usize>> = written
        .iter()
        .map(|field| {
            let names = |level: &Level| field.names(&lifetimes::name(&level.lifetime));
            let all = levels.iter().enumerate();
            all.filter(|(_, level)| names(level))
                .map(|(index, _)| index)
                .collect()
        })
        .collect();
    let ordered = borrows::order(written, &levels, &named, diag);
    ordered.then_some((levels, named))
}

/// How the fields that borrow are built.
fn steps(
    written: &[Written<'_>],
    fields: &[crate::model::Field],
    levels: &[Level],
    diag: &mut Diag,
) -> Vec<Step> {
    let mut opened = levels.iter().filter(|level| level.root).count();
    let mut claimed = Vec::new();
    let mut steps = Vec::new();
    for (index, field) in fields.iter().enumerate() {
        let Some(last) = field.named.last() else {
            continue;
        };
        opened = opened.max(last + 1);
        let owners = field.named.iter().flat_map(|&level| &levels[level].owners);
        let args: Vec<usize> = owners
            .copied()
            // A mutable borrow goes to the first field that names it.
            .filter(|owner| !fields[*owner].is_lent_mutably() || !claimed.contains(owner))
            .collect();
        claimed.extend(&args);
        if args.len() > MOST_ARGS {
            diag.error(
                written[index].place(),
                format_args!("a field can borrow from at most {MOST_ARGS} owners"),
            )
            .help("make a tuple of some owners, and lend it as one");
        }
        steps.push(Step {
            field: index,
            args,
            opened,
        });
    }
    steps
}

fn is_unit(fields: &Fields) -> bool {
    matches!(fields, Fields::Unit)
}

/// The name as a generated one: lints about what isn't used are not about it.
fn generated_ident(mut ident: Ident) -> Ident {
    ident.set_span(span::at(ident.span()));
    ident
}

/// The local variable of a field, and so the name of a parameter: that of the field, if nothing else in an expansion has it.
fn variable(ident: &Ident, stem: &str) -> Ident {
    const TAKEN: [&str; 24] = [
        "built", "clone", "cx", "error", "f", "fmt", "hasher", "inner", "left", "one", "order",
        "other", "owner", "pending", "rest", "result", "right", "shorter", "stage", "state",
        "this", "two", "value", "view",
    ];
    let taken = TAKEN.contains(&stem)
        // Also the name of something else, perhaps.
        || ident.to_string().starts_with("r#")
        || stem.starts_with("place_")
        || stem.starts_with("build_")
        // Keywords where this macro is from, and those that are expressions.
        || matches!(stem, "gen" | "true" | "false")
        || syn::parse_str::<Ident>(stem).is_err();
    if taken {
        Ident::new(&format!("field_{stem}"), Span::mixed_site())
    } else {
        Ident::new(stem, Span::mixed_site())
    }
}
