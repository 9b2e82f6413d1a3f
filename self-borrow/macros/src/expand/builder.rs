//! The builder: first the roots, in any order, then what borrows, in order.

use super::single::How;
use super::step::{Transition, state, step_method};
use super::step_async::running_struct;
use super::structure::stored;
use super::types::{self, private};
use crate::model::{Field, Model};
use proc_macro2::TokenStream;
use quote::ToTokens as _;

/// The builder, and what it holds meanwhile.
pub(super) fn structures(model: &Model) -> TokenStream {
    let structure = structure(model);
    let stages = (1..model.steps.len()).map(|stage| stage_struct(model, stage));
    generated!(#structure #(#stages)*)
}

/// Its methods.
pub(super) fn implementations(model: &Model) -> TokenStream {
    let roots: Vec<_> = model.roots().collect();
    let setters = (0..roots.len()).map(|index| setter(model, &roots, index));
    let transitions = Transition::all(model);
    let running = transitions.iter().any(|it| !it.is_simple());
    let running = running.then(|| running_struct(model));
    let families = transitions.iter().map(Transition::families);
    let steps = transitions.iter().map(|transition| {
        let before = if transition.index == 1 {
            types::tuple(roots.iter().map(|root| root.ty.to_token_stream()).collect())
        } else {
            state(model, transition.index - 1)
        };
        let header = header(model, &before);
        let methods = transition.methods();
        generated!(#header { #methods })
    });
    generated!(#(#setters)* #running #(#families)* #(#steps)*)
}

/// `NameBuilder<'s, T, State>`
pub(super) fn builder(model: &Model, state: &TokenStream) -> TokenStream {
    let name = types::named(model, "Builder");
    let (lifetimes, others) = types::args(&model.generics);
    generated!(#name<#(#lifetimes,)* #(#others,)* #state>)
}

/// A builder in this state.
pub(super) fn value(model: &Model, state: &TokenStream) -> TokenStream {
    let name = types::named(model, "Builder");
    if model.generics.params.is_empty() {
        generated!(#name(#state))
    } else {
        let private = private(model);
        generated!(#name(#state, #private::PhantomData))
    }
}

fn structure(model: &Model) -> TokenStream {
    let private = private(model);
    let name = types::named(model, "Builder");
    let vis = types::vis(&model.visibility);
    let (lifetimes, others) = super::family::marker_params(&model.generics);
    let state = &model.names.state;
    let phantom = types::phantom(model, &model.generics);
    let marker = (!model.generics.params.is_empty())
        .then(|| generated!(#private::PhantomData<fn() -> (#(#phantom,)*)>));
    let docs = format!("Builds a [`{}`], field by field.", model.ident);
    let docs = generated!(#[doc = #docs]);
    generated! {
        #docs
        #[must_use = "the value is there after `build`"]
        #vis struct #name<#(#lifetimes,)* #(#others,)* #state>(#state, #marker);
    }
}

/// `impl<'s, T> NameBuilder<'s, T, State>`
fn header(model: &Model, state: &TokenStream) -> TokenStream {
    header_with(model, &[], state)
}

fn header_with(model: &Model, more: &[TokenStream], state: &TokenStream) -> TokenStream {
    let (lifetimes, others) = types::params(&model.generics);
    let params = types::angled(
        &lifetimes
            .into_iter()
            .chain(others)
            .chain(more.iter().cloned())
            .collect::<Vec<_>>(),
    );
    let builder = builder(model, state);
    let where_clause = &model.generics.where_clause;
    generated!(impl #params #builder #where_clause)
}

/// Holds what has been built after a step that isn't the last.
fn stage_struct(model: &Model, stage: usize) -> TokenStream {
    let name = super::step::state_name(model, stage);
    let vis = types::vis(&model.visibility);
    let (lifetimes, others) = types::params(&model.generics);
    let params = types::angled(&lifetimes.into_iter().chain(others).collect::<Vec<_>>());
    let where_clause = &model.generics.where_clause;
    let fields = stored(model, stage);
    let quiet = types::quiet_fields();
    generated! {
        #[doc(hidden)]
        #quiet
        #vis struct #name #params #where_clause {
            #fields
        }
    }
}

/// The method that sets a root.
fn setter(model: &Model, roots: &[&Field], index: usize) -> TokenStream {
    let private = private(model);
    let root = roots[index];
    let others: Vec<_> = (0..roots.len())
        .filter(|&other| other != index)
        .map(|other| {
            quote::format_ident!(
                "{}{other}",
                model.names.state,
                span = proc_macro2::Span::mixed_site()
            )
        })
        .collect();
    let with = |here: &TokenStream| {
        let mut others = others.iter();
        let all = (0..roots.len()).map(|other| {
            if other == index {
                here.clone()
            } else {
                let other = others.next();
                generated!(#other)
            }
        });
        types::tuple(all.collect())
    };
    let ty = &root.ty;
    let before = with(&generated!(#private::Missing));
    let after = builder(model, &with(&generated!(#ty)));
    let more: Vec<_> = others.iter().map(|other| generated!(#other)).collect();
    let header = header_with(model, &more, &before);
    let (vis, name, var) = (
        types::vis(&root.visibility),
        step_method(model, root, "", ""),
        &root.var,
    );
    let taken = roots.iter().enumerate().map(|(other, root)| {
        let var = &root.var;
        if other == index {
            generated!(_)
        } else {
            generated!(#var)
        }
    });
    let take = (roots.len() > 1).then(|| generated!(let (#(#taken,)*) = self.0;));
    let all = roots.iter().map(|root| root.var.to_token_stream());
    let set = value(model, &types::tuple(all.collect()));
    let docs = format!("Sets `{}`.", root.stem);
    let docs = generated!(#[doc = #docs]);
    generated! {
        #header {
            #docs
            #vis fn #name(self, #var: #ty) -> #after {
                #take
                #set
            }
        }
    }
}

/// `builder` and `new`, of the struct itself.
pub(super) fn constructors(model: &Model) -> TokenStream {
    let private = private(model);
    let vis = types::vis(&model.visibility);
    let missing = model.roots().map(|_| generated!(#private::Missing));
    let missing = types::tuple(missing.collect());
    let (start, empty) = (builder(model, &missing), value(model, &missing));
    let new = new(model, false);
    let try_new = if model.steps.len() == 1 {
        new_fallible(model)
    } else {
        TokenStream::new()
    };
    generated! {
        /// Builds it field by field: what borrows nothing in any order, then what borrows in its order.
        #vis fn builder() -> #start {
            #empty
        }
        #new
        #try_new
    }
}

/// All at once: values for what borrows nothing, closures for what borrows.
fn new(model: &Model, fallible: bool) -> TokenStream {
    let vis = types::least(model, &model.fields);
    let this = model.this();
    let (params, calls) = arguments(model, fallible);
    let body = Transition::simple_new(model, false)
        .unwrap_or_else(|| generated!(Self::builder()#(#calls)*.build()));
    let many = (model.fields.len() > 7).then(|| {
        generated! {
            #[expect(clippy::too_many_arguments, reason = "one for each field")]
        }
    });
    generated! {
        /// Builds it at once: from values, and closures for the fields that borrow.
        #many
        #vis fn new(#(#params),*) -> #this {
            #body
        }
    }
}

fn new_fallible(model: &Model) -> TokenStream {
    let private = private(model);
    let vis = types::least(model, &model.fields);
    let this = model.this();
    let (params, calls) = arguments(model, true);
    let error = &model.names.error;
    let owners = types::owners(model);
    let body = Transition::simple_new(model, true).unwrap_or_else(
        || generated!(#private::Result::map(Self::builder()#(#calls)*, |built| built.build())),
    );
    generated! {
        /// The same, by a closure that may fail. An error comes with the owners.
        #vis fn try_new<#error>(#(#params),*) -> #private::Result<#this, (#error, #owners)> {
            #body
        }
    }
}

/// The parameters, in the order of declaration, and the calls of the builder, in the order in which they must be.
fn arguments(model: &Model, fallible: bool) -> (Vec<TokenStream>, Vec<TokenStream>) {
    let transitions = Transition::all(model);
    let mut params = Vec::new();
    let mut roots = Vec::new();
    let mut steps = Vec::new();
    for (index, field) in model.fields.iter().enumerate() {
        let (var, ty) = (&field.var, &field.ty);
        let step = transitions.iter().find(|it| it.step.field == index);
        match step {
            None => {
                let name = step_method(model, field, "", "");
                params.push(generated!(#var: #ty));
                roots.push(generated!(.#name(#var)));
            }
            Some(step) => {
                let before = if fallible { "try_" } else { "" };
                let name = step_method(model, field, before, "");
                let closure = step.closure(How::of(false, fallible));
                params.push(generated!(#var: impl #closure));
                steps.push(generated!(.#name(#var)));
            }
        }
    }
    roots.extend(steps);
    (params, roots)
}
