//! Getting from one nest of pairs to another.

use super::types::{self, level_vars, place_var, private, tuple};
use crate::model::Model;
use proc_macro2::TokenStream;

/// How pairs are made or changed, level by level.
pub(super) struct Nest<'n> {
    pub(super) model: &'n Model,
    /// How many levels are open before.
    pub(super) from: usize,
    /// How many are open after.
    pub(super) to: usize,
    /// What is in the innermost pair before: a pattern.
    pub(super) before: TokenStream,
    /// The family of each level after.
    pub(super) family: Box<dyn Fn(usize) -> TokenStream + 'n>,
    /// Whether `inside` is a `Result`.
    pub(super) fallible: bool,
    /// What is in the innermost pair after: an expression.
    pub(super) inside: TokenStream,
    /// The owners whose places `inside` uses.
    pub(super) used: Vec<usize>,
}

impl Nest<'_> {
    /// An expression. The outermost pair is in the variable `names.bound`, if any level is open before.
    ///
    /// If it is fallible, it is a `Result`; the error is a pattern for [`error`].
    pub(super) fn expression(&self) -> TokenStream {
        self.level(0)
    }

    fn level(&self, level: usize) -> TokenStream {
        if level == self.to {
            return self.inside.clone();
        }
        let body = self.level(level + 1);
        let family = (self.family)(level);
        let changed = if level < self.from {
            let this = if level == 0 {
                let bound = &self.model.names.bound;
                generated!(#bound)
            } else {
                var("inner")
            };
            let before = if level + 1 < self.from {
                var("inner")
            } else {
                self.before.clone()
            };
            let seen = self.places(level, false);
            if self.fallible {
                generated!(#this.try_map_within::<#family, _>(|#before, #seen, _| #body))
            } else {
                generated!(#this.map_within::<#family>(|#before, #seen, _| #body))
            }
        } else {
            let private = private(self.model);
            let owners = level_vars(self.model, level);
            let lent = self.places(level, true);
            let new = if self.fallible {
                generated!(try_new_within)
            } else {
                generated!(new_within)
            };
            generated!(#private::Bound::<'_, _, #family>::#new(#owners, |#lent, _| #body))
        };
        // An owner that borrows can't be given back: it goes with the error.
        if self.fallible && !self.model.levels[level].root {
            generated!(#changed.map_err(|(error, _)| error))
        } else {
            changed
        }
    }

    /// A pattern for what is lent at a level, or for what is seen of it.
    fn places(&self, level: usize, lent: bool) -> TokenStream {
        let owners = self.model.levels[level].owners.iter().map(|&owner| {
            let field = self.model.field(owner);
            let visible = lent || !field.is_lent_mutably();
            if visible && self.used.contains(&owner) {
                let var = place_var(field);
                generated!(#var)
            } else {
                generated!(_)
            }
        });
        tuple(owners.collect())
    }
}

fn var(name: &str) -> TokenStream {
    let ident = proc_macro2::Ident::new(name, proc_macro2::Span::mixed_site());
    generated!(#ident)
}

/// The pattern of an error: the error itself, and the owners of all levels that give theirs back.
pub(super) fn error(model: &Model) -> TokenStream {
    (0..model.root_levels())
        .rev()
        .fold(var("error"), |error, level| {
            let owners = level_vars(model, level);
            generated!((#error, #owners))
        })
}

/// `match nest { Ok(bound) => ok, Err(…) => Err((error, owners)) }`
pub(super) fn or_give_back(model: &Model, nest: &TokenStream, ok: &TokenStream) -> TokenStream {
    let private = private(model);
    let error = error(model);
    let owners = types::owners_value(model);
    let bound = &model.names.bound;
    generated! {
        match #nest {
            #private::Ok(#bound) => #private::Ok(#ok),
            #private::Err(#error) => #private::Err((error, #owners)),
        }
    }
}

/// What is at each level, looked at from outside: `outer.call(|inner, place, _| inner.call(|items, place, _| body))`.
pub(super) fn look(
    model: &Model,
    outer: &TokenStream,
    call: &TokenStream,
    items: &TokenStream,
    used: &[usize],
    body: &TokenStream,
) -> TokenStream {
    let last = model.levels.len() - 1;
    (0..=last).rev().fold(body.clone(), |body, level| {
        let this = if level == 0 {
            outer.clone()
        } else {
            var("inner")
        };
        let inside = if level == last {
            items.clone()
        } else {
            var("inner")
        };
        let places = tuple(
            model.levels[level]
                .owners
                .iter()
                .map(|&owner| {
                    let field = model.field(owner);
                    if used.contains(&owner) && !field.is_lent_mutably() {
                        let var = place_var(field);
                        generated!(#var)
                    } else {
                        generated!(_)
                    }
                })
                .collect(),
        );
        generated!(#this.#call(|#inside, #places, _| #body))
    })
}
