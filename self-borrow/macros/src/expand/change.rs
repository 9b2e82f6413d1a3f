//! Taking it apart, and making something else of it.

use super::access::Methods;
use super::family::inferred_with;
use super::nest::{Nest, or_give_back};
use super::place::Stage;
use super::single::Single;
use super::types::{self, level_vars, private};
use super::views::View;
use crate::model::{Field, Model};
use ownership_macro_support::names::Fresh;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use std::collections::HashSet;
use syn::ext::IdentExt as _;
use syn::{GenericParam, Generics};

/// `unbind` and `into_owners`.
pub(super) fn methods(model: &Model) -> TokenStream {
    let private = private(model);
    let vis = types::least(model, model.roots());
    let owners = types::owners(model);
    let result = &model.names.result;
    let view = View::Parts.name(model);
    let binder = types::binder(model, &view);
    let unbind = unbind(model);
    let into_owners = into_owners(model);
    generated! {
        /// Gives what borrows to the closure, by value; then the owners back.
        #vis fn unbind<#result>(
            self,
            f: impl #binder #private::FnOnce(#view) -> #result,
        ) -> (#owners, #result) {
            #unbind
        }

        /// Drops what borrows, and gives the owners back.
        #[inline]
        #vis fn into_owners(self) -> #owners {
            #into_owners
        }
    }
}

/// `let Self { … } = self;`
fn take(model: &Model) -> TokenStream {
    let bound = &model.names.bound;
    let plain = model.plain().map(|field| {
        let (ident, var) = (&field.ident, &field.var);
        generated!(#ident: #var)
    });
    generated!(let Self { #bound, #(#plain),* } = self;)
}

/// `bound.unbind(|place, …| f(NameParts { place, … }))`, down to the innermost pair; then all owners beside the result.
fn unbind(model: &Model) -> TokenStream {
    if Single::alone(model).is_some() {
        let private = private(model);
        return generated!(#private::unbind(self.0, f));
    }
    let view = View::Parts.value(model);
    let bound = &model.names.bound;
    let last = model.levels.len() - 1;
    let items = Stage::last(model).vars(model);
    let roots = model.root_levels();
    let body = (0..=last).rev().fold(generated!(f(#view)), |body, level| {
        let this = if level == 0 {
            generated!(#bound)
        } else {
            generated!(inner)
        };
        let inside = if level == last {
            items.clone()
        } else {
            generated!(inner)
        };
        let places = seen(model, level);
        let call = generated!(#this.unbind_within(|#inside, #places, _| #body));
        if level < roots {
            call
        } else {
            generated!(#call.1)
        }
    });
    let pattern = (0..roots).rev().fold(generated!(result), |inner, level| {
        let owners = level_vars(model, level);
        generated!((#owners, #inner))
    });
    let (take, value) = (take(model), types::owners_value(model));
    generated!(#take let #pattern = #body; (#value, result))
}

/// The pattern for what is seen of the owners of a level.
fn seen(model: &Model, level: usize) -> TokenStream {
    let places = model.levels[level].owners.iter().map(|&owner| {
        let field = model.field(owner);
        if field.is_lent_mutably() {
            generated!(_)
        } else {
            let var = types::place_var(field);
            generated!(#var)
        }
    });
    types::tuple(places.collect())
}

fn into_owners(model: &Model) -> TokenStream {
    let bound = &model.names.bound;
    if Single::alone(model).is_some() {
        let private = private(model);
        return generated!(#private::into_single(self.0));
    }
    if model.root_levels() == 1 {
        // What is lent later is lent by what borrows.
        let (take, owners, value) = (
            take(model),
            level_vars(model, 0),
            types::owners_value(model),
        );
        return generated!(#take let #owners = #bound.into_owner(); #value);
    }
    generated!(self.unbind(|_| ()).0)
}

/// `map_x` and `try_map_x`.
pub(super) fn maps(model: &Model, field: &Field, names: &mut Methods) -> TokenStream {
    let (private, vis) = (private(model), types::vis(&field.visibility));
    let (name, try_name) = (
        names.about(field, "map_", ""),
        names.about(field, "try_map_", ""),
    );
    let (other, params, predicates) = renamed(model, field);
    let from = &field.ty;
    let to = rename(from.to_token_stream(), &other.names);
    let ident = &model.ident;
    let (_, args, _) = other.generics.split_for_impl();
    let changed = generated!(#ident #args);
    let error = &model.names.error;
    let owners = types::owners(model);
    let step = |result: &TokenStream| {
        let binder = types::binder(model, &generated!(#from #result));
        generated!(#binder #private::Step1<#from, #result>)
    };
    let (sure, fallible) = match Single::of(model) {
        Some(single) => (
            single.change(&other.generics, false),
            single.change(&other.generics, true),
        ),
        None => (step(&to), step(&generated!(#private::Result<#to, #error>))),
    };
    let nest = |fallible: bool| {
        let family = |level| inferred_with(model, &other.generics, model.steps.len(), level);
        if super::access::is_all(model, field) {
            let (bound, family) = (&model.names.bound, family(0));
            return if fallible {
                generated!(#bound.try_map_dependent::<#family, _>(f))
            } else {
                generated!(#bound.map_dependent::<#family>(f))
            };
        }
        let (var, items) = (&field.var, Stage::last(model).vars(model));
        let inside = if fallible {
            generated!(f(#var).map(|#var| #items))
        } else {
            generated!({ let #var = f(#var); #items })
        };
        Nest {
            model,
            from: model.levels.len(),
            to: model.levels.len(),
            before: items,
            family: Box::new(family),
            fallible,
            inside,
            used: Vec::new(),
        }
        .expression()
    };
    let (map, try_map) = if Single::alone(model).is_some() {
        (
            generated!(#ident(#private::change(self.0, f))),
            generated!(#private::try_change(self.0, f).map(#ident)),
        )
    } else {
        let (put, bound) = (put(model), &model.names.bound);
        let (take, map, try_map) = (take(model), nest(false), nest(true));
        let try_map = or_give_back(model, &try_map, &put);
        (
            generated!(#take let #bound = #map; #put),
            generated!(#take #try_map),
        )
    };
    let angled_params = types::angled(&params);
    let clause = (!predicates.is_empty()).then(|| generated!(where #(#predicates),*));
    let what = if params.is_empty() {
        "another value"
    } else {
        "another value, of another type if it likes,"
    };
    let docs = format!("Makes {what} of `{}`.", field.stem);
    let docs = generated!(#[doc = #docs]);
    generated! {
        #docs
        #vis fn #name #angled_params(self, f: impl #sure) -> #changed #clause {
            #map
        }

        /// The same, by a closure that may fail. An error comes with the owners.
        #vis fn #try_name<#error, #(#params),*>(self, f: impl #fallible)
            -> #private::Result<#changed, (#error, #owners)>
        #clause
        {
            #try_map
        }
    }
}

/// The struct, from the variables.
fn put(model: &Model) -> TokenStream {
    let ident = &model.ident;
    let bound = &model.names.bound;
    let plain = model.plain().map(|field| {
        let (ident, var) = (&field.ident, &field.var);
        generated!(#ident: #var)
    });
    generated!(#ident { #bound, #(#plain),* })
}

/// Parameters under other names.
struct Renamed {
    generics: Generics,
    names: Vec<(String, Ident)>,
}

/// The struct's parameters, where those that only this field uses have new names; these, as declared; and their predicates.
fn renamed(model: &Model, field: &Field) -> (Renamed, Vec<TokenStream>, Vec<TokenStream>) {
    let mut elsewhere = HashSet::new();
    for other in &model.fields {
        if other.ident != field.ident {
            types::collect(other.ty.to_token_stream(), &mut elsewhere);
        }
    }
    let mut here = HashSet::new();
    types::collect(field.ty.to_token_stream(), &mut here);
    let mut fresh = Fresh::beside(&field.ty);
    let names: Vec<(String, Ident)> = model
        .generics
        .type_params()
        .map(|param| param.ident.unraw().to_string())
        .filter(|name| here.contains(name) && !elsewhere.contains(name))
        .map(|name| {
            // Not the parameter's own name, nor any other one.
            let mut other = fresh.ident(&format!("{name}2"));
            while model.generics.type_params().any(|p| p.ident == other) {
                other = fresh.ident(&format!("{name}2"));
            }
            other.set_span(Span::mixed_site());
            (name, other)
        })
        .collect();
    let mut generics = model.generics.clone();
    let mut params = Vec::new();
    for param in &mut generics.params {
        if let GenericParam::Type(param) = param
            && let Some(other) = new_name(&names, &param.ident)
        {
            param.ident = other.clone();
            let bounds = rename(param.bounds.to_token_stream(), &names);
            params.push(if bounds.is_empty() {
                generated!(#other)
            } else {
                generated!(#other: #bounds)
            });
        }
    }
    let predicates = types::predicates(&model.generics).into_iter();
    let predicates = predicates.filter_map(|predicate| {
        let mut inside = HashSet::new();
        types::collect(predicate.clone(), &mut inside);
        let about = names.iter().any(|(name, _)| inside.contains(name));
        about.then(|| rename(predicate, &names))
    });
    let predicates = predicates.collect();
    (Renamed { generics, names }, params, predicates)
}

fn new_name<'n>(names: &'n [(String, Ident)], old: &Ident) -> Option<&'n Ident> {
    let old = old.unraw().to_string();
    let found = names.iter().find(|(name, _)| *name == old);
    found.map(|(_, new)| new)
}

fn rename(tokens: TokenStream, names: &[(String, Ident)]) -> TokenStream {
    let mut lifetime = false;
    tokens
        .into_iter()
        .map(|token| {
            let after_apostrophe = lifetime;
            lifetime = matches!(&token, TokenTree::Punct(p) if p.as_char() == '\'');
            match token {
                TokenTree::Ident(ident) if !after_apostrophe => {
                    let other = new_name(names, &ident);
                    other.map_or(ident.clone().into(), |other| other.clone().into())
                }
                TokenTree::Group(group) => {
                    let stream = rename(group.stream(), names);
                    let mut new = proc_macro2::Group::new(group.delimiter(), stream);
                    new.set_span(group.span());
                    new.into()
                }
                other => other,
            }
        })
        .collect()
}
