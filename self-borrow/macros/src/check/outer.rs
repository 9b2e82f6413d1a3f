//! A lifetime that all parameters outlive.
//!
//! What borrows is stored at a lifetime that is a stand-in, and types must be well-formed at it.

use crate::lifetimes;
use ownership_macro_support::diag::Diag;
use ownership_macro_support::span;
use proc_macro2::Span;
use syn::{ItemStruct, Lifetime, LifetimeParam, WherePredicate};

/// `'static` if there are no lifetimes among the parameters; else the one that the others outlive.
pub(super) fn lifetime(item: &ItemStruct, diag: &mut Diag) -> Lifetime {
    let params: Vec<&LifetimeParam> = item.generics.lifetimes().collect();
    let of_all = |candidate: &Lifetime| {
        params
            .iter()
            .all(|param| outlives(item, param, candidate, params.len()))
    };
    match params.as_slice() {
        [] => Lifetime::new("'static", Span::mixed_site()),
        [first, ..] => {
            let shortest = params.iter().find(|param| of_all(&param.lifetime));
            if shortest.is_none() {
                let others: Vec<_> = params[1..]
                    .iter()
                    .map(|param| format!("`{}: {}`", param.lifetime, first.lifetime))
                    .collect();
                diag.error(
                    &item.generics,
                    "it must be known which of the lifetimes is the shortest",
                )
                .help(format_args!(
                    "declare that the others outlive it, as {}; or use one lifetime for all",
                    others.join(", ")
                ));
            }
            let mut found = shortest.unwrap_or(first).lifetime.clone();
            found.set_span(span::at(found.span()));
            found
        }
    }
}

/// Whether it is declared that `param` outlives `other`, in at most so many steps.
fn outlives(item: &ItemStruct, param: &LifetimeParam, other: &Lifetime, steps: usize) -> bool {
    let same = |a: &Lifetime, b: &Lifetime| lifetimes::name(a) == lifetimes::name(b);
    if same(&param.lifetime, other) {
        return true;
    }
    if steps == 0 {
        return false;
    }
    let predicates = item
        .generics
        .where_clause
        .iter()
        .flat_map(|w| &w.predicates);
    let declared = predicates.filter_map(|predicate| match predicate {
        WherePredicate::Lifetime(it) if same(&it.lifetime, &param.lifetime) => Some(&it.bounds),
        _ => None,
    });
    declared.chain([&param.bounds]).flatten().any(|bound| {
        same(bound, other)
            || item
                .generics
                .lifetimes()
                .find(|next| same(&next.lifetime, bound))
                .is_some_and(|next| outlives(item, next, other, steps - 1))
    })
}
