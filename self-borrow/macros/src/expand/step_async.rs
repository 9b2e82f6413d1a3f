//! The steps that await: `tokens_async`, `try_tokens_async`.
//!
//! While a step awaits, its future is a dependent, beside those that are there: so there are families for that, too.

use super::family::{inferred, marker_params, nested, number, outside};
use super::nest::{Nest, or_give_back};
use super::single::How;
use super::step::Transition;
use super::types::{self, private};
use crate::model::Model;
use proc_macro2::{Ident, Span, TokenStream};
use quote::format_ident;

impl Transition<'_> {
    pub(super) fn plain_async(&self) -> TokenStream {
        let model = self.model;
        let private = private(model);
        let (put, bound) = (self.put(), &model.names.bound);
        let building = if let Some(handed_over) = self.hand_over("step_async") {
            handed_over
        } else if self.is_simple() {
            let (owners, family) = (types::level_vars(model, 0), inferred(model, 1, 0));
            let take = self.take();
            generated!(#take #private::Bound::<'_, _, #family>::new_async(#owners, f, move |#bound| #put))
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

    pub(super) fn fallible_async(&self) -> TokenStream {
        let model = self.model;
        let private = private(model);
        let error = &model.names.error;
        let (next, owners, put) = (self.next(), types::owners(model), self.put());
        let building = if let Some(handed_over) = self.hand_over("try_step_async") {
            handed_over
        } else if self.is_simple() {
            let (owners, family) = (types::level_vars(model, 0), inferred(model, 1, 0));
            let result = or_give_back(model, &generated!(built), &put);
            let take = self.take();
            generated!(#take #private::Bound::<'_, _, #family>::try_new_async(#owners, f, move |built| #result))
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
        let closure = self.closure(how);
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
        let take = self.take();
        generated! {
            #take
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
            used: Vec::new(),
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
        let known: Vec<usize> = (0..=level).collect();
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
