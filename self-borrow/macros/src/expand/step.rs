//! The steps of a builder: `tokens`, `try_tokens`, `tokens_async`, `try_tokens_async`.

use super::family::{inferred, marker_params, nested, number, outside};
use super::nest::{Nest, or_give_back};
use super::place::Stage;
use super::single::{How, Single};
use super::types::{self, private};
use crate::model::{Field, Model, Step};
use proc_macro2::{Ident, Span, TokenStream};
use quote::format_ident;
use std::collections::BTreeSet;

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

    fn field(&self) -> &'m Field {
        self.model.field(self.step.field)
    }

    fn used(&self) -> BTreeSet<usize> {
        let claims = self.after.items.iter().filter_map(|item| match item {
            super::place::Item::Claim(owner) => Some(*owner),
            super::place::Item::Value(_) => None,
        });
        self.step.args.iter().copied().chain(claims).collect()
    }

    fn places(&self) -> Vec<Ident> {
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
        generated! {
            #docs
            #vis fn #name(self, f: impl #closure) -> #next {
                #take
                let #bound = #made;
                #put
            }
        }
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
        let alone = Single::of(model).is_some_and(|single| single.alone);
        Some(if alone {
            let owner = &model.field(model.levels[0].owners[0]).var;
            if fallible {
                generated!(let #bound = #private::try_build(#owner, #build)?; #private::Ok(#this))
            } else {
                generated!(let #bound = #private::build(#owner, #build); #this)
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
        let take = self.take();
        let made = if self.is_simple() {
            self.simple(&generated!(try_new))
        } else {
            let (places, after) = (self.places(), self.after.vars(model));
            self.nest(true, generated!(f(#(#places),*).map(|#var| #after)))
                .expression()
        };
        let result = if let Some(single) = self.alone() {
            let (bound, owner, put) = (&model.names.bound, single.owner(), self.put());
            generated!(let #bound = #private::try_build(#owner, f)?; #private::Ok(#put))
        } else {
            or_give_back(model, &made, &self.put())
        };
        let docs = self.docs(
            "Builds, or fails with an error and the owners,",
            How::Fallible,
        );
        generated! {
            #docs
            #vis fn #name<#error>(self, f: impl #closure) -> #private::Result<#next, (#error, #owners)> {
                #take
                #result
            }
        }
    }

    fn plain_async(&self) -> TokenStream {
        let model = self.model;
        let private = private(model);
        let (put, bound) = (self.put(), &model.names.bound);
        let building = if let Some(single) = self.alone() {
            let owner = single.owner();
            generated!(#private::build_async(#owner, f, |#bound| #put))
        } else if self.is_simple() {
            let (owners, family) = (types::level_vars(model, 0), inferred(model, 1, 0));
            generated!(#private::Bound::<'_, _, #family>::new_async(#owners, f, move |#bound| #put))
        } else {
            self.building(&generated!(#private::Sure), &|finish, value| {
                let nest = self.finish(finish, value, false);
                generated!({ let #bound = #nest; #put })
            })
        };
        let docs = self.docs("Builds, by an async closure,", How::Async);
        self.asynchronous(
            &docs,
            &self.method("", "_async"),
            How::Async,
            &self.next(),
            &building,
        )
    }

    fn fallible_async(&self) -> TokenStream {
        let model = self.model;
        let private = private(model);
        let (error, bound) = (&model.names.error, &model.names.bound);
        let (next, owners, put) = (self.next(), types::owners(model), self.put());
        let building = if let Some(single) = self.alone() {
            let owner = single.owner();
            generated!(#private::try_build_async(#owner, f, |#bound| #put))
        } else if self.is_simple() {
            let (owners, family) = (types::level_vars(model, 0), inferred(model, 1, 0));
            let result = or_give_back(model, &generated!(built), &put);
            generated!(#private::Bound::<'_, _, #family>::try_new_async(#owners, f, move |built| #result))
        } else {
            self.building(&generated!(#private::Fallible<#error>), &|finish, value| {
                let finished = self.finish(finish, value, true);
                or_give_back(model, &finished, &put)
            })
        };
        let docs = self.docs(
            "Builds, by an async closure, or fails with an error and the owners,",
            How::FallibleAsync,
        );
        self.asynchronous(
            &docs,
            &self.method("try_", "_async"),
            How::FallibleAsync,
            &generated!(#private::Result<#next, (#error, #owners)>),
            &building,
        )
    }

    /// A method whose closure is async: `output` is what the method's future returns.
    fn asynchronous(
        &self,
        docs: &TokenStream,
        name: &Ident,
        how: How,
        output: &TokenStream,
        body: &TokenStream,
    ) -> TokenStream {
        let model = self.model;
        let (private, vis) = (private(model), types::vis(&self.field().visibility));
        let f = &model.names.closure;
        let (closure, take) = (self.closure(how), self.take());
        // The future is a dependent while it runs: what it borrows outlives the struct's lifetimes, as with any dependent.
        let outer = &model.outer;
        let error = &model.names.error;
        let error = (how == How::FallibleAsync).then(|| generated!(#error: #outer));
        // Families name the closure's type, where there are any.
        let (param, argument) = if self.is_simple() {
            (None, generated!(impl #closure + #outer))
        } else {
            (Some(generated!(#f: #closure + #outer)), generated!(#f))
        };
        let params = error.into_iter().chain(param);
        generated! {
            #docs
            #vis fn #name<#(#params),*>(self, f: #argument)
                -> impl #private::Future<Output = #output>
            {
                #take
                #body
            }
        }
    }

    /// `unsafe_building!(…)`: the pairs with a future in place of what is built; how it is polled; what is made of it.
    ///
    /// Safe: the future is the only thing in there that is pinned, and it is what `poll` polls.
    fn building(
        &self,
        outcome: &TokenStream,
        done: &dyn Fn(&TokenStream, &TokenStream) -> TokenStream,
    ) -> TokenStream {
        let model = self.model;
        let private = private(model);
        let places = self.places();
        let rest = self.after.without_last().vars(model);
        let start = Nest {
            model,
            from: self.before.opened,
            to: self.after.opened,
            before: self.before.vars(model),
            family: Box::new(|level| self.running(outcome, level)),
            fallible: false,
            inside: generated! {
                #private::Beside { rest: #rest, pending: #private::Pending::new(f.start(#(#places),*)) }
            },
            used: self.used(),
        }
        .expression();
        let (var, poll) = (&self.field().var, self.poll());
        let finish = generated!(#private::Beside { rest: #rest, pending });
        let value = generated!(#var);
        let done = done(&finish, &value);
        let bound = &model.names.bound;
        generated! {
            let stage = #start;
            #private::unsafe_building!(stage, |stage, cx| #poll, move |#bound| #done)
        }
    }

    fn poll(&self) -> TokenStream {
        let levels = self.after.opened;
        (0..levels)
            .rev()
            .fold(generated!(inner.poll(cx)), |body, level| {
                let this = if level == 0 {
                    generated!(stage)
                } else {
                    generated!(inner)
                };
                generated!(#this.with_pin_within(|inner, _, _| #body))
            })
    }

    /// From the pairs with the future that has returned to those of the next stage.
    fn finish(&self, pattern: &TokenStream, value: &TokenStream, fallible: bool) -> TokenStream {
        let model = self.model;
        let after = self.after.vars(model);
        let inside = if fallible {
            generated!(pending.finish().map(|#value| #after))
        } else {
            generated!({ let #value = pending.finish(); #after })
        };
        Nest {
            model,
            from: self.after.opened,
            to: self.after.opened,
            before: pattern.clone(),
            family: Box::new(|level| inferred(model, self.index, level)),
            fallible,
            inside,
            used: BTreeSet::new(),
        }
        .expression()
    }

    /// The family of a level while the future runs, within an expression.
    fn running(&self, outcome: &TokenStream, level: usize) -> TokenStream {
        let closure = &self.model.names.closure;
        running(
            self.model,
            self.index,
            level,
            &generated!(#closure),
            outcome,
            &vec![generated!('_); level],
        )
    }

    /// The families of all levels while the future runs.
    pub(super) fn families(&self) -> TokenStream {
        if self.is_simple() {
            return TokenStream::new();
        }
        let levels = 0..self.after.opened;
        levels.map(|level| self.running_family(level)).collect()
    }

    fn running_family(&self, level: usize) -> TokenStream {
        let model = self.model;
        let private = private(model);
        let (closure, outcome) = (&model.names.closure, &model.names.outcome);
        let (f, w) = (generated!(#closure), generated!(#outcome));
        let ty = &self.field().ty;
        let result = generated!(<#outcome as #private::Outcome<#ty>>::Of);
        let here = &model.levels[level].lifetime;
        let outside = outside(model, level);
        let this = running(model, self.index, level, &f, &w, &outside);
        let last = level + 1 == self.after.opened;
        let of = if last {
            let rest = self.after.without_last().ty(model);
            let args = self.step.args.iter();
            let args = args.map(|&owner| types::lent(model, model.field(owner)));
            let step = format_ident!(
                "AsyncStep{}",
                self.step.args.len(),
                span = Span::mixed_site()
            );
            generated!(#private::Beside<#rest, <#closure as #private::#step<#(#args,)* #result>>::Future>)
        } else {
            let owners = types::level_owners(model, level + 1);
            let mut inner = outside.clone();
            inner.push(generated!(#here));
            let next = running(model, self.index, level + 1, &f, &w, &inner);
            generated!(#private::Bound<#here, #owners, #next>)
        };
        // Lends of this level and those outside of it are declared by the `impl`.
        let known: BTreeSet<_> = (0..=level).collect();
        let unknown = |tokens: &TokenStream| {
            let all = types::lends_in(model, tokens);
            let unknown = all.into_iter().filter(|lifetime| {
                let position = model.levels.iter().position(|l| l.lifetime == *lifetime);
                position.is_some_and(|position| !known.contains(&position))
            });
            let unknown: Vec<_> = unknown.collect();
            if unknown.is_empty() {
                TokenStream::new()
            } else {
                generated!(for<#(#unknown),*>)
            }
        };
        let args = self.step.args.iter();
        let args: Vec<_> = args
            .map(|&owner| types::lent(model, model.field(owner)))
            .collect();
        let step = format_ident!("AsyncStep{}", args.len(), span = Span::mixed_site());
        let call = generated!(#private::#step<#(#args,)* #result>);
        let for_call = unknown(&call);
        let for_outcome = unknown(&generated!(#ty));
        let inner = types::inner(model, &model.generics);
        let (lifetimes, others) = types::params(&inner);
        let predicates = types::predicates(&inner);
        generated! {
            #[automatically_derived]
            impl<#(#lifetimes,)* #(#outside,)* #here, #(#others,)* #closure, #outcome> #private::FamilyAt<#here> for #this
            where
                #(#predicates,)*
                #closure: #for_call #call,
                #outcome: #for_outcome #private::Outcome<#ty>,
            {
                type Of = #of;
            }
        }
    }

    fn method(&self, before: &str, after: &str) -> Ident {
        step_method(self.model, self.field(), before, after)
    }

    fn docs(&self, verb: &str, how: How) -> TokenStream {
        let name = &self.field().stem;
        let text = format!("{verb} `{name}` from what it borrows.");
        let closure = Single::of(self.model).map(|single| {
            let text = single.closure_docs(how);
            generated!(#[doc = ""] #[doc = #text])
        });
        generated!(#[doc = #text] #closure)
    }

    fn alone(&self) -> Option<Single<'m>> {
        Single::of(self.model).filter(|single| single.alone)
    }

    /// `let (a, b) = self.state;`: the variables of the fields, and `bound`.
    fn take(&self) -> TokenStream {
        let model = self.model;
        if self.alone().is_some() {
            return TokenStream::new();
        }
        if self.index == 1 {
            let vars = model.roots().map(|root| &root.var);
            return generated!(let (#(#vars,)*) = self.0;);
        }
        let stage = state_name(model, self.index - 1);
        let bound = &model.names.bound;
        let (idents, vars) = plain(model);
        generated!(let #stage { #bound, #(#idents: #vars),* } = self.0;)
    }

    /// The next state of the builder, around those variables.
    fn put(&self) -> TokenStream {
        let model = self.model;
        let stage = state_name(model, self.index);
        let bound = &model.names.bound;
        let (idents, vars) = plain(model);
        super::builder::value(model, &generated!(#stage { #bound, #(#idents: #vars),* }))
    }

    fn next(&self) -> TokenStream {
        super::builder::builder(self.model, &state(self.model, self.index))
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

/// `NameRunning<'s, T, F, W, 3, &'a ()>`
fn running(
    model: &Model,
    stage: usize,
    level: usize,
    closure: &TokenStream,
    outcome: &TokenStream,
    lends: &[TokenStream],
) -> TokenStream {
    let name = types::named(model, "Running");
    let at = number(model, stage, level);
    let inner = types::inner(model, &model.generics);
    let (lifetimes, others) = types::args(&inner);
    let lends = nested(model, &inner, lends);
    generated!(#name<#(#lifetimes,)* #(#others,)* #closure, #outcome, #at, #lends>)
}

/// The struct for those families.
pub(super) fn running_struct(model: &Model) -> TokenStream {
    let private = private(model);
    let name = types::named(model, "Running");
    let inner = types::inner(model, &model.generics);
    let (lifetimes, others) = marker_params(&inner);
    let names = &model.names;
    let (at, levels, closure, outcome) = (&names.at, &names.levels, &names.closure, &names.outcome);
    let phantom = types::phantom(model, &inner);
    generated! {
        #[doc(hidden)]
        struct #name<#(#lifetimes,)* #(#others,)* #closure, #outcome, const #at: #private::usize, #levels>(
            #private::PhantomData<(#(#phantom,)* fn() -> (#closure, #outcome), #levels)>
        );
    }
}
