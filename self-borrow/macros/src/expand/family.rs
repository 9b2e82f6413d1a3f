//! The families of what lies in the pairs, at every stage.

use super::place::Stage;
use super::single::Single;
use super::types::{self, level_owners, private};
use crate::model::Model;
use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::Generics;

/// The family of a level after a step: `NameFamily<'s, T, 3, &'a ()>`.
///
/// The number says which one it is; the last parameter holds the lends of the levels outside of it.
pub(super) fn family(
    model: &Model,
    generics: &Generics,
    stage: usize,
    level: usize,
    lends: &[TokenStream],
) -> TokenStream {
    if let Some(single) = Single::of(model) {
        return single.family(generics);
    }
    let name = types::named(model, "Family");
    let at = number(model, stage, level);
    let inner = types::inner(model, generics);
    let (lifetimes, others) = types::args(&inner);
    let lends = nested(model, &inner, lends);
    generated!(#name<#(#lifetimes,)* #(#others,)* #at, #lends>)
}

/// `&'c &'b &'a (&'s (), PhantomData<T>)`: well-formed only where all parameters outlive all lends, and each lend those after it.
///
/// So an `impl` for it may take that for granted. As predicates of the `impl`, it couldn't be proved for closures that work for every lifetime.
pub(super) fn nested(model: &Model, inner: &Generics, lends: &[TokenStream]) -> TokenStream {
    if lends.is_empty() {
        return generated!(());
    }
    let params = types::phantom(model, inner);
    let params = types::tuple(params);
    let outlive = |outer, lend: &TokenStream| generated!(&#lend #outer);
    lends.iter().fold(params, outlive)
}

/// The same, within an expression, where lends can't be named.
pub(super) fn inferred(model: &Model, stage: usize, level: usize) -> TokenStream {
    inferred_with(model, &model.generics, stage, level)
}

/// The same, with other parameters of the struct.
pub(super) fn inferred_with(
    model: &Model,
    generics: &Generics,
    stage: usize,
    level: usize,
) -> TokenStream {
    family(model, generics, stage, level, &vec![generated!('_); level])
}

/// The same, within a declaration.
fn declared(model: &Model, stage: usize, level: usize) -> TokenStream {
    family(model, &model.generics, stage, level, &outside(model, level))
}

/// Which family it is. The last stage is 0, so that it doesn't depend on how it is reached.
pub(super) fn number(model: &Model, stage: usize, level: usize) -> TokenStream {
    let stage = if stage == model.steps.len() { 0 } else { stage };
    Literal::usize_unsuffixed(stage * model.levels.len() + level).into_token_stream()
}

/// The lends of the levels outside of `level`.
pub(super) fn outside(model: &Model, level: usize) -> Vec<TokenStream> {
    model.levels[..level]
        .iter()
        .map(|level| level.lifetime.to_token_stream())
        .collect()
}

/// The struct that stands for the families.
pub(super) fn structure(model: &Model) -> TokenStream {
    if let Some(single) = Single::of(model) {
        return single.family_structure();
    }
    let private = private(model);
    let name = types::named(model, "Family");
    let inner = types::inner(model, &model.generics);
    let (lifetimes, others) = marker_params(&inner);
    let (at, levels) = (&model.names.at, &model.names.levels);
    let phantom = types::phantom(model, &inner);
    generated! {
        #[doc(hidden)]
        struct #name<#(#lifetimes,)* #(#others,)* const #at: #private::usize, #levels>(
            #private::PhantomData<(#(#phantom,)* #levels,)>
        );
    }
}

/// What each family is at each lifetime.
pub(super) fn implementations(model: &Model) -> TokenStream {
    let mut stages = Stage::all(model);
    let last = stages.len() - 1;
    stages[last] = Stage::last(model);
    let stages = stages.iter().enumerate().skip(1);
    // A pinned struct is built at once.
    let wanted = stages.filter(|(index, _)| *index == last || !model.pinned);
    let families: TokenStream = wanted
        .flat_map(|(index, stage)| {
            (0..stage.opened).map(move |level| implementation(model, index, stage, level))
        })
        .collect();
    let lent_to = Single::of(model).map(|single| single.implementations());
    generated!(#families #lent_to)
}

/// The struct's parameters, without bounds but `?Sized`: for a marker.
pub(super) fn marker_params(generics: &Generics) -> (Vec<TokenStream>, Vec<TokenStream>) {
    let (lifetimes, _) = types::args(generics);
    let others = generics.params.iter().filter_map(|param| match param {
        syn::GenericParam::Lifetime(_) => None,
        syn::GenericParam::Type(param) => {
            let ident = &param.ident;
            let relaxed = if is_relaxed(generics, param) {
                generated!(: ?Sized)
            } else {
                TokenStream::new()
            };
            Some(generated!(#ident #relaxed))
        }
        syn::GenericParam::Const(param) => {
            let (ident, ty) = (&param.ident, &param.ty);
            Some(generated!(const #ident: #ty))
        }
    });
    (lifetimes, others.collect())
}

/// Whether the parameter is `?Sized`.
fn is_relaxed(generics: &Generics, param: &syn::TypeParam) -> bool {
    let relaxes = |bound: &syn::TypeParamBound| {
        let first = bound.to_token_stream().into_iter().next();
        matches!(first, Some(TokenTree::Punct(punct)) if punct.as_char() == '?')
    };
    let clause = generics.where_clause.iter();
    let mut predicates = clause.flat_map(|clause| &clause.predicates);
    param.bounds.iter().any(relaxes)
        || predicates.any(|predicate| match predicate {
            syn::WherePredicate::Type(it) => {
                ownership_macro_support::generics::plain_name(&it.bounded_ty) == Some(&param.ident)
                    && it.bounds.iter().any(relaxes)
            }
            _ => false,
        })
}

/// What the family of a level is: the next pair, or what lies in the innermost one.
fn implementation(model: &Model, index: usize, stage: &Stage, level: usize) -> TokenStream {
    let private = private(model);
    let of = if level + 1 == stage.opened {
        stage.ty(model)
    } else {
        let lifetime = &model.levels[level].lifetime;
        let owners = level_owners(model, level + 1);
        let next = declared(model, index, level + 1);
        generated!(#private::Bound<#lifetime, #owners, #next>)
    };
    let this = declared(model, index, level);
    let here = &model.levels[level].lifetime;
    let outside = outside(model, level);
    let inner = types::inner(model, &model.generics);
    let (lifetimes, others) = types::params(&inner);
    let predicates = types::predicates(&inner);
    generated! {
        impl<#(#lifetimes,)* #(#outside,)* #here, #(#others),*> #private::FamilyAt<#here> for #this
        where
            #(#predicates),*
        {
            type Of = #of;
        }
    }
}
