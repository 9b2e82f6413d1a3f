//! One owner and one dependent, beside plain fields: most structs are that, and take fewer words.
//!
//! The library knows a pair by its family, and the bounds of closures name that: `impl Step<NameFamily>`, for
//! `impl for<'a> Step1<RefOf<'a, String>, &'a str>`.

use super::family::marker_params;
use super::types::{self, private};
use super::views::{self, View};
use crate::model::{Field, Model};
use proc_macro2::{Ident, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::Generics;

/// How a step is done.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    Plain,
    Fallible,
    Async,
    FallibleAsync,
}

impl How {
    pub(super) fn of(is_async: bool, fallible: bool) -> Self {
        match (is_async, fallible) {
            (false, false) => Self::Plain,
            (false, true) => Self::Fallible,
            (true, false) => Self::Async,
            (true, true) => Self::FallibleAsync,
        }
    }

    fn is_fallible(self) -> bool {
        matches!(self, Self::Fallible | Self::FallibleAsync)
    }
}

pub(super) struct Single<'m> {
    model: &'m Model,
    owner: &'m Field,
    dependent: &'m Field,
}

impl<'m> Single<'m> {
    pub(super) fn of(model: &'m Model) -> Option<Self> {
        let [level] = model.levels.as_slice() else {
            return None;
        };
        let ([owner], [_]) = (level.owners.as_slice(), model.steps.as_slice()) else {
            return None;
        };
        let mut dependents = model.dependents();
        let (dependent, None) = (dependents.next()?, dependents.next()) else {
            return None;
        };
        (!model.pinned).then(|| Self {
            model,
            owner: model.field(*owner),
            dependent,
        })
    }

    /// If there are no plain fields: the struct is the pair.
    pub(super) fn alone(model: &'m Model) -> Option<Self> {
        Self::of(model).filter(|_| model.fields.len() == 2)
    }

    /// `NameFamily<'s, T>`
    pub(super) fn family(&self, generics: &Generics) -> TokenStream {
        let name = types::named(self.model, "Family");
        let (lifetimes, others) = types::args(&types::inner(self.model, generics));
        let all: Vec<_> = lifetimes.into_iter().chain(others).collect();
        let args = types::angled(&all);
        generated!(#name #args)
    }

    fn own_family(&self) -> TokenStream {
        self.family(&self.model.generics)
    }

    /// The type that stands for the family.
    pub(super) fn family_structure(&self) -> TokenStream {
        let name = types::named(self.model, "Family");
        let inner = types::inner(self.model, &self.model.generics);
        if inner.params.is_empty() {
            return generated!(enum #name {});
        }
        let private = private(self.model);
        let (lifetimes, others) = marker_params(&inner);
        let phantom = types::phantom(self.model, &inner);
        generated!(struct #name<#(#lifetimes,)* #(#others,)*>(#private::PhantomData<(#(#phantom,)*)>);)
    }

    /// What the family is lent, and how the fields of its pairs are called.
    pub(super) fn implementations(&self) -> TokenStream {
        let model = self.model;
        let lend = types::level_owners(model, 0);
        let lent_to = self.implement(&generated!(LentTo), &generated!(type Lend = #lend;));
        let fields = Self::alone(model).map(|_| {
            let (dependent, seen) = (&model.names.dependent, &model.names.state);
            let named = views::fields(model);
            let place = if self.owner.is_lent_mutably() {
                generated!(_)
            } else {
                let var = types::place_var(self.owner);
                generated!(#var)
            };
            let (var, value) = (&self.dependent.var, View::Ref.value(model));
            let fields = generated! {
                type Fields<#dependent, #seen> = #named;
                fn fields<#dependent, #seen>(#var: #dependent, #place: #seen) -> #named {
                    #value
                }
            };
            self.implement(&generated!(Fields), &fields)
        });
        generated!(#lent_to #fields)
    }

    /// `impl<'s, T> __sb::Of for NameFamily<'s, T> where … { body }`
    fn implement(&self, of: &TokenStream, body: &TokenStream) -> TokenStream {
        let private = private(self.model);
        let this = self.own_family();
        let inner = types::inner(self.model, &self.model.generics);
        let (lifetimes, others) = types::params(&inner);
        let all: Vec<_> = lifetimes.into_iter().chain(others).collect();
        let params = types::angled(&all);
        let predicates = types::predicates(&inner);
        let clause = (!predicates.is_empty()).then(|| generated!(where #(#predicates),*));
        generated!(impl #params #private::#of for #this #clause { #body })
    }

    /// `Pair<'static, NameFamily>`
    pub(super) fn pair(&self) -> TokenStream {
        let (private, outer) = (private(self.model), &self.model.outer);
        let family = self.own_family();
        generated!(#private::Pair<#outer, #family>)
    }

    /// `Step<NameFamily>`: what a closure must be that builds the dependent.
    pub(super) fn step(&self, how: How) -> TokenStream {
        let step = match how {
            How::Plain => "Step",
            How::Fallible => "TryStep",
            How::Async => "AsyncStep",
            How::FallibleAsync => "TryAsyncStep",
        };
        let step = Ident::new(step, Span::mixed_site());
        let (private, family) = (private(self.model), self.own_family());
        let error = &self.model.names.error;
        let error = how.is_fallible().then(|| generated!(, #error));
        generated!(#private::#step<#family #error>)
    }

    /// What `Step<NameFamily>` means, for the docs of a method.
    pub(super) fn closure_docs(&self, how: How) -> String {
        let reference = if self.owner.is_lent_mutably() {
            "Mut"
        } else {
            "Ref"
        };
        let lifetime = &self.model.levels[0].lifetime;
        let owner = text(&self.owner.ty);
        let dependent = text(&self.dependent.ty);
        let dependent = if how.is_fallible() {
            format!("Result<{dependent}, E>")
        } else {
            dependent
        };
        let is_async = matches!(how, How::Async | How::FallibleAsync);
        let closure = if is_async { "AsyncFnOnce" } else { "FnOnce" };
        format!(
            "The closure is a `for<{lifetime}> {closure}({reference}Of<{lifetime}, {owner}>) -> {dependent}`."
        )
    }

    /// `Change<NameFamily, NameFamily>`: what a closure must be that makes another dependent of one.
    pub(super) fn change(&self, generics: &Generics, fallible: bool) -> TokenStream {
        let (private, from, to) = (
            private(self.model),
            self.own_family(),
            self.family(generics),
        );
        let error = &self.model.names.error;
        if fallible {
            generated!(#private::TryChange<#from, #to, #error>)
        } else {
            generated!(#private::Change<#from, #to>)
        }
    }

    /// The variable of the owner.
    pub(super) fn owner(&self) -> &Ident {
        &self.owner.var
    }
}

/// A type as one would write it.
fn text(ty: &syn::Type) -> String {
    fn write(tokens: TokenStream, text: &mut String) {
        let mut word = false;
        for token in tokens {
            match token {
                TokenTree::Group(group) => {
                    let (open, close) = match group.delimiter() {
                        proc_macro2::Delimiter::Parenthesis => ("(", ")"),
                        proc_macro2::Delimiter::Bracket => ("[", "]"),
                        proc_macro2::Delimiter::Brace => ("{", "}"),
                        proc_macro2::Delimiter::None => ("", ""),
                    };
                    text.push_str(open);
                    write(group.stream(), text);
                    text.push_str(close);
                    word = true;
                }
                TokenTree::Punct(punct) => {
                    let (char, alone) = (punct.as_char(), punct.spacing() == Spacing::Alone);
                    let opens_arrow = matches!(char, '-' | '=') && !alone;
                    if char == '+' || opens_arrow || char == '\'' && word {
                        text.push(' ');
                    }
                    text.push(char);
                    let closes_arrow = text.ends_with("->");
                    if matches!(char, ',' | '+' | ';') || closes_arrow || char == '=' && alone {
                        text.push(' ');
                    }
                    word = false;
                }
                token @ (TokenTree::Ident(_) | TokenTree::Literal(_)) => {
                    if word {
                        text.push(' ');
                    }
                    text.push_str(&token.to_string());
                    word = true;
                }
            }
        }
    }
    let mut result = String::new();
    write(ty.to_token_stream(), &mut result);
    result
}

#[cfg(test)]
mod tests {
    #[test]
    fn types_are_written_as_one_would() {
        for ty in [
            "&'a mut String",
            "Vec<(&'a str, [u8; 4])>",
            "Box<dyn Fn(&'a str) -> Option<u8> + Send + 'a>",
            "std::borrow::Cow<'a, str>",
            "<T as Tr<'a>>::Of",
        ] {
            let parsed = syn::parse_str(ty).expect("it is a type");
            assert_eq!(super::text(&parsed), ty);
        }
    }
}
