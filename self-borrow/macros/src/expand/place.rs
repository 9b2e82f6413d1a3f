//! What lies in a pair while the struct is being built.

use super::types;
use crate::model::{Field, Kind, Model};
use proc_macro2::TokenStream;

/// What is in the innermost pair, beside owners that are lent.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    /// The value of a field: a dependent, or an owner that isn't lent yet.
    Value(usize),
    /// The mutable borrow of an owner that no dependent has taken yet.
    Claim(usize),
}

/// The state after a step; before the first one, nothing is open.
#[derive(Clone)]
pub(super) struct Stage {
    /// How many levels are open.
    pub(super) opened: usize,
    pub(super) items: Vec<Item>,
}

impl Stage {
    /// Before the first step, and after each.
    pub(super) fn all(model: &Model) -> Vec<Self> {
        let mut stages = vec![Self {
            opened: 0,
            items: Vec::new(),
        }];
        for step in &model.steps {
            let mut next = stages[stages.len() - 1].clone();
            for level in next.opened..step.opened {
                for &owner in &model.levels[level].owners {
                    // It is lent from now on.
                    next.items.retain(|item| *item != Item::Value(owner));
                    if model.field(owner).is_lent_mutably() {
                        next.items.push(Item::Claim(owner));
                    }
                }
            }
            next.items
                .retain(|item| !matches!(item, Item::Claim(owner) if step.args.contains(owner)));
            next.items.push(Item::Value(step.field));
            next.opened = step.opened;
            stages.push(next);
        }
        stages
    }

    /// When all is built: the dependents; in a pinned struct also the plain fields, which it has no other place for.
    pub(super) fn last(model: &Model) -> Self {
        let kept = |kind: &Kind| match kind {
            Kind::Dependent => true,
            Kind::Plain => model.pinned,
            Kind::Owner { .. } => false,
        };
        let fields = model.fields.iter().enumerate();
        Self {
            opened: model.levels.len(),
            items: fields
                .filter(|(_, field)| kept(&field.kind))
                .map(|(index, _)| Item::Value(index))
                .collect(),
        }
    }

    /// The items as a pattern or an expression, around their variables.
    pub(super) fn vars(&self, model: &Model) -> TokenStream {
        types::tuple(self.items.iter().map(|item| item.var(model)).collect())
    }

    /// The same, with only the variable of one field.
    pub(super) fn only(&self, model: &Model, field: &Field) -> TokenStream {
        let items = self.items.iter().map(|item| match item {
            Item::Value(other) if model.field(*other).ident == field.ident => item.var(model),
            _ => generated!(_),
        });
        types::tuple(items.collect())
    }

    /// The type of that.
    pub(super) fn ty(&self, model: &Model) -> TokenStream {
        types::tuple(self.items.iter().map(|item| item.ty(model)).collect())
    }

    /// Without what the step has made.
    pub(super) fn without_last(&self) -> Self {
        Self {
            opened: self.opened,
            items: self.items[..self.items.len() - 1].to_vec(),
        }
    }
}

impl Item {
    fn var(self, model: &Model) -> TokenStream {
        match self {
            Self::Value(field) => {
                let var = &model.field(field).var;
                generated!(#var)
            }
            Self::Claim(owner) => {
                let var = types::place_var(model.field(owner));
                generated!(#var)
            }
        }
    }

    fn ty(self, model: &Model) -> TokenStream {
        match self {
            Self::Value(field) => {
                let ty = &model.field(field).ty;
                generated!(#ty)
            }
            Self::Claim(owner) => types::lent(model, model.field(owner)),
        }
    }
}
