//! The steps of a builder: `tokens`, `try_tokens`, `tokens_async`, `try_tokens_async`.

use super::family::inferred;
use super::nest::{Nest, or_give_back};
use super::place::Stage;
use super::single::{How, Single};
use super::types::{self, private};
use crate::model::{Field, Model, Step};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, format_ident};

/// One step with what is before and after it.
pub(super) struct Transition<'m> {
    pub(super) model: &'m Model,
    /// Counted from one.
    pub(super) index: usize,
    pub(super) step: &'m Step,
    pub(super) before: Stage,
    pub(super) after: Stage,
}

impl<'m> Transition<'m> {
    pub(super) fn all(model: &'m Model) -> Vec<Self> {
        let stages = Stage::all(model);
        let pairs = stages.windows(2).zip(&model.steps).enumerate();
        pairs
            .map(|(index, (pair, step))| Self {
                model,
                index: index + 1,
                step,
                before: pair[0].clone(),
                after: pair[1].clone(),
            })
            .collect()
    }

    pub(super) fn field(&self) -> &'m Field {
        self.model.field(self.step.field)
    }

    pub(super) fn used(&self) -> Vec<usize> {
        let claims = self.after.items.iter().filter_map(|item| match item {
            super::place::Item::Claim(owner) => Some(*owner),
            super::place::Item::Value(_) => None,
        });
        self.step.args.iter().copied().chain(claims).collect()
    }

    pub(super) fn places(&self) -> Vec<Ident> {
        let owners = self.step.args.iter();
        owners
            .map(|&owner| types::place_var(self.model.field(owner)))
            .collect()
    }

    /// `for<'a> Step1<RefOf<'a, String>, T>`: what the closure must be.
    pub(super) fn closure(&self, how: How) -> TokenStream {
        if let Some(single) = Single::of(self.model) {
            return single.step(how);
        }
        let private = private(self.model);
        let (ty, error) = (&self.field().ty, &self.model.names.error);
        let (is_async, result) = match how {
            How::Plain => (false, generated!(#ty)),
            How::Fallible => (false, generated!(#private::Result<#ty, #error>)),
            How::Async => (true, generated!(#ty)),
            How::FallibleAsync => (true, generated!(#private::Result<#ty, #error>)),
        };
        let args: Vec<_> = self
            .step
            .args
            .iter()
            .map(|&owner| types::lent(self.model, self.model.field(owner)))
            .collect();
        let name = if is_async { "AsyncStep" } else { "Step" };
        let step = format_ident!("{name}{}", args.len(), span = Span::mixed_site());
        let binder = types::binder(self.model, &generated!(#(#args)* #result));
        generated!(#binder #private::#step<#(#args,)* #result>)
    }

    /// The methods of this step, for the `impl` of the builder.
    pub(super) fn methods(&self) -> TokenStream {
        let plain = self.plain();
        let fallible = self.fallible();
        let plain_async = self.plain_async();
        let fallible_async = self.fallible_async();
        generated!(#plain #fallible #plain_async #fallible_async)
    }

    fn plain(&self) -> TokenStream {
        let model = self.model;
        let vis = types::vis(&self.field().visibility);
        let name = self.method("", "");
        let closure = self.closure(How::Plain);
        let (next, take, put) = (self.next(), self.take(), self.put());
        let bound = &model.names.bound;
        let made = if let Some(single) = Single::of(model) {
            let (private, owner) = (private(model), single.owner());
            generated!(#private::build(#owner, f))
        } else if self.is_simple() {
            self.simple(&generated!(new))
        } else {
            let (var, places) = (&self.field().var, self.places());
            let after = self.after.vars(model);
            let inside = generated!({ let #var = f(#(#places),*); #after });
            self.nest(false, inside).expression()
        };
        let docs = self.docs("Builds", How::Plain);
        let body = self.hand_over("step").unwrap_or_else(|| {
            generated! {
                #take
                let #bound = #made;
                #put
            }
        });
        generated! {
            #docs
            #vis fn #name(self, f: impl #closure) -> #next {
                #body
            }
        }
    }

    /// `__sb::step(self.0, f, Name)`: the library does it all, if the struct is a pair and nothing else.
    pub(super) fn hand_over(&self, function: &str) -> Option<TokenStream> {
        Single::alone(self.model)?;
        let (private, ident) = (private(self.model), &self.model.ident);
        let function = Ident::new(function, Span::mixed_site());
        Some(generated!(#private::#function(self.0, f, #ident)))
    }

    /// The only owner is lent to the closure, and what it returns is all that there is: no closure around it is needed.
    pub(super) fn is_simple(&self) -> bool {
        self.index == 1
            && self.model.levels[0].owners.len() == 1
            && self.after.opened == 1
            && self.after.items.len() == 1
    }

    /// `Bound::new(Shared(owner), f)`
    fn simple(&self, call: &TokenStream) -> TokenStream {
        let private = private(self.model);
        let owners = types::level_vars(self.model, 0);
        generated!(#private::Bound::#call(#owners, f))
    }

    /// All of `new`, where there is one step and that is simple: the variables are those of the fields.
    pub(super) fn simple_new(model: &Model, fallible: bool) -> Option<TokenStream> {
        let transitions = Transition::all(model);
        let [only] = transitions.as_slice() else {
            return None;
        };
        if !only.is_simple() {
            return None;
        }
        let private = private(model);
        let (owners, bound) = (types::level_vars(model, 0), &model.names.bound);
        let (idents, vars) = plain(model);
        let this = generated!(Self { #bound, #(#idents: #vars),* });
        let build = &only.field().var;
        Some(if let Some(single) = Single::alone(model) {
            let (owner, ident) = (single.owner(), &model.ident);
            if fallible {
                generated!(#private::try_build(#owner, #build).map(#ident))
            } else {
                generated!(#ident(#private::build(#owner, #build)))
            }
        } else if fallible {
            let nest = generated!(#private::Bound::try_new(#owners, #build));
            or_give_back(model, &nest, &this)
        } else {
            generated!(let #bound = #private::Bound::new(#owners, #build); #this)
        })
    }

    /// From the stage before to the one after.
    fn nest(&self, fallible: bool, inside: TokenStream) -> Nest<'_> {
        Nest {
            model: self.model,
            from: self.before.opened,
            to: self.after.opened,
            before: self.before.vars(self.model),
            family: Box::new(|level| inferred(self.model, self.index, level)),
            fallible,
            inside,
            used: self.used(),
        }
    }

    fn fallible(&self) -> TokenStream {
        let model = self.model;
        let (private, vis) = (private(model), types::vis(&self.field().visibility));
        let name = self.method("try_", "");
        let (var, error) = (&self.field().var, &model.names.error);
        let closure = self.closure(How::Fallible);
        let (next, owners) = (self.next(), types::owners(model));
        let made = if self.is_simple() {
            self.simple(&generated!(try_new))
        } else {
            let (places, after) = (self.places(), self.after.vars(model));
            self.nest(true, generated!(f(#(#places),*).map(|#var| #after)))
                .expression()
        };
        let body = self.hand_over("try_step").unwrap_or_else(|| {
            let (take, result) = (self.take(), or_give_back(model, &made, &self.put()));
            generated!(#take #result)
        });
        let docs = self.docs(
            "Builds, or fails with an error and the owners,",
            How::Fallible,
        );
        generated! {
            #docs
            #vis fn #name<#error>(self, f: impl #closure) -> #private::Result<#next, (#error, #owners)> {
                #body
            }
        }
    }

    pub(super) fn method(&self, before: &str, after: &str) -> Ident {
        step_method(self.model, self.field(), before, after)
    }

    pub(super) fn docs(&self, verb: &str, how: How) -> TokenStream {
        let name = &self.field().stem;
        let text = format!("{verb} `{name}` from what it borrows.");
        let closure = Single::of(self.model).map(|single| {
            let text = single.closure_docs(how);
            generated!(#[doc = ""] #[doc = #text])
        });
        generated!(#[doc = #text] #closure)
    }

    /// `let (a, b) = self.state;`: the variables of the fields, and `bound`.
    pub(super) fn take(&self) -> TokenStream {
        let model = self.model;
        if self.index == 1 {
            let vars = model.roots().map(|root| root.var.to_token_stream());
            let vars = types::tuple(vars.collect());
            return generated!(let #vars = self.0;);
        }
        let stage = state_name(model, self.index - 1);
        let bound = &model.names.bound;
        let (idents, vars) = plain(model);
        generated!(let #stage { #bound, #(#idents: #vars),* } = self.0;)
    }

    /// The next state of the builder, around those variables.
    pub(super) fn put(&self) -> TokenStream {
        let model = self.model;
        let stage = state_name(model, self.index);
        let bound = &model.names.bound;
        let (idents, vars) = plain(model);
        let made = generated!(#stage { #bound, #(#idents: #vars),* });
        if self.is_last() {
            let private = private(model);
            generated!(#private::Built(#made))
        } else {
            super::builder::value(model, &made)
        }
    }

    /// The type of that.
    pub(super) fn next(&self) -> TokenStream {
        let (model, state) = (self.model, state(self.model, self.index));
        if self.is_last() {
            let private = private(model);
            generated!(#private::Built<#state>)
        } else {
            super::builder::builder(model, &state)
        }
    }

    fn is_last(&self) -> bool {
        self.index == self.model.steps.len()
    }
}

/// A method of the builder about a field.
pub(super) fn step_method(model: &Model, field: &Field, before: &str, after: &str) -> Ident {
    if model.style == crate::model::Style::Tuple {
        types::method(field, &format!("{before}set_"), after)
    } else {
        types::method(field, before, after)
    }
}

fn plain(model: &Model) -> (Vec<&Ident>, Vec<&Ident>) {
    model
        .plain()
        .map(|field| (&field.ident, &field.var))
        .unzip()
}

/// The name of the struct that holds what has been built after a step.
pub(super) fn state_name(model: &Model, stage: usize) -> TokenStream {
    if stage == model.steps.len() {
        let ident = &model.ident;
        generated!(#ident)
    } else {
        let name = types::named(model, &format!("Stage{stage}"));
        generated!(#name)
    }
}

/// The type of that.
pub(super) fn state(model: &Model, stage: usize) -> TokenStream {
    let name = state_name(model, stage);
    let (_, args, _) = model.generics.split_for_impl();
    generated!(#name #args)
}
