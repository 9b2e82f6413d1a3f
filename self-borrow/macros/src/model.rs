//! What there is to expand: fields by what they are, the lends as levels, the steps of building.

use crate::attr::Lend;
use ownership_macro_support::crate_path::CratePath;
use ownership_macro_support::names::Fresh;
use proc_macro2::{Ident, TokenStream};
use syn::{Attribute, Generics, Lifetime, Type, Visibility};

/// A struct that has been checked.
pub(crate) struct Model {
    pub(crate) library: CratePath,
    /// Documentation and lints.
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) derives: Vec<Derive>,
    pub(crate) visibility: Visibility,
    pub(crate) ident: Ident,
    /// What the names of generated types begin with.
    pub(crate) prefix: Ident,
    /// As declared by an `impl`.
    pub(crate) generics: Generics,
    pub(crate) fields: Vec<Field>,
    pub(crate) style: Style,
    /// The lends: those of roots first. Each outlives those after it.
    pub(crate) levels: Vec<Level>,
    /// The fields that borrow, in the order in which they are built.
    pub(crate) steps: Vec<Step>,
    /// A lifetime that all parameters outlive.
    pub(crate) outer: Lifetime,
    pub(crate) pinned: bool,
    pub(crate) names: Names,
}

/// `{ a: T }` or `(T)`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Named,
    Tuple,
}

pub(crate) struct Field {
    /// Its name, or `_0`.
    pub(crate) ident: Ident,
    /// Its name in the names of methods: `text`, `0`.
    pub(crate) stem: String,
    pub(crate) visibility: Visibility,
    /// Documentation and lints.
    pub(crate) attrs: Vec<Attribute>,
    /// Without `Self`.
    pub(crate) ty: Type,
    pub(crate) kind: Kind,
    /// The levels that the type names.
    pub(crate) named: Vec<usize>,
    pub(crate) covariant: bool,
    /// A local variable for it, in generated code.
    pub(crate) var: Ident,
}

pub(crate) enum Kind {
    /// Lent at a level.
    Owner { level: usize, mutable: bool },
    /// Borrows, and isn't lent.
    Dependent,
    /// Neither.
    Plain,
}

/// One lifetime that is lent.
pub(crate) struct Level {
    pub(crate) lifetime: Lifetime,
    /// Indices of fields.
    pub(crate) owners: Vec<usize>,
    /// The owners borrow nothing themselves.
    pub(crate) root: bool,
}

/// How a field that borrows is built.
pub(crate) struct Step {
    pub(crate) field: usize,
    /// The owners whose places the closure gets.
    pub(crate) args: Vec<usize>,
    /// How many levels are open when it has been built.
    pub(crate) opened: usize,
}

/// `#[derive(…)]` below the attribute.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Derive {
    Clone,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
}

/// Names that generated items use beside those of the user.
pub(crate) struct Names {
    /// `'this`: of a borrowed struct.
    pub(crate) this: Lifetime,
    /// `'not_covariant`: see `expand/access.rs`.
    pub(crate) short: Lifetime,
    /// The field with the pair.
    pub(crate) bound: Ident,
    /// Parameters.
    pub(crate) state: Ident,
    pub(crate) at: Ident,
    pub(crate) levels: Ident,
    pub(crate) closure: Ident,
    pub(crate) outcome: Ident,
    pub(crate) result: Ident,
    pub(crate) error: Ident,
    pub(crate) dependent: Ident,
}

impl Names {
    pub(crate) fn new(fresh: &mut Fresh) -> Self {
        Self {
            this: fresh.lifetime("this"),
            short: fresh.lifetime("not_covariant"),
            bound: fresh.ident("bound"),
            state: fresh.ident("S"),
            at: fresh.ident("AT"),
            levels: fresh.ident("L"),
            closure: fresh.ident("F"),
            outcome: fresh.ident("W"),
            result: fresh.ident("R"),
            error: fresh.ident("E"),
            dependent: fresh.ident("D"),
        }
    }
}

impl Field {
    /// In a struct without borrows: it can be given and taken as it is.
    pub(crate) fn is_root(&self) -> bool {
        self.named.is_empty()
    }

    pub(crate) fn is_lent_mutably(&self) -> bool {
        matches!(self.kind, Kind::Owner { mutable: true, .. })
    }

    pub(crate) fn is_plain(&self) -> bool {
        matches!(self.kind, Kind::Plain)
    }
}

impl Model {
    pub(crate) fn field(&self, index: usize) -> &Field {
        &self.fields[index]
    }

    /// Fields that are given and taken as they are.
    pub(crate) fn roots(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.is_root())
    }

    pub(crate) fn plain(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.is_plain())
    }

    /// Fields that are neither given back nor lent.
    pub(crate) fn dependents(&self) -> impl Iterator<Item = &Field> {
        let dependent = |field: &&Field| matches!(field.kind, Kind::Dependent);
        self.fields.iter().filter(dependent)
    }

    /// Levels that are lent by the struct's own owners: they come first.
    pub(crate) fn root_levels(&self) -> usize {
        self.levels.iter().filter(|level| level.root).count()
    }

    /// `Name<'s, T>`
    pub(crate) fn this(&self) -> TokenStream {
        let ident = &self.ident;
        let (_, ty_generics, _) = self.generics.split_for_impl();
        generated!(#ident #ty_generics)
    }
}

/// Reads `#[lend]` into the kind of a field; the level is found later.
pub(crate) fn kind(lend: Option<&Lend>, named: &[usize], level: Option<usize>) -> Kind {
    match (lend, level) {
        (Some(lend), Some(level)) => Kind::Owner {
            level,
            mutable: lend.mutable.is_some(),
        },
        _ if named.is_empty() => Kind::Plain,
        _ => Kind::Dependent,
    }
}
