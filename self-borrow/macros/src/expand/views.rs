//! What closures get: the fields, borrowed or by value, while the lends have names.

use super::single::Single;
use super::types::{self, generics_in};
use crate::model::{Field, Kind, Model, Style};
use proc_macro2::{Ident, TokenStream};
use syn::Attribute;

/// How the fields are handed out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    Ref,
    Mut,
    Parts,
}

impl View {
    fn suffix(self) -> &'static str {
        match self {
            Self::Ref => "Ref",
            Self::Mut => "Mut",
            Self::Parts => "Parts",
        }
    }

    /// What it has of a field. Nothing of an owner that is lent mutably, nor, by value, of what borrows nothing.
    fn ty(self, model: &Model, field: &Field) -> Option<TokenStream> {
        let (this, ty) = (&model.names.this, &field.ty);
        match (&field.kind, self) {
            (Kind::Owner { mutable: true, .. }, _) | (Kind::Plain, Self::Parts) => None,
            (Kind::Owner { .. }, _) => Some(types::lent(model, field)),
            (Kind::Dependent | Kind::Plain, Self::Ref) => Some(generated!(&#this #ty)),
            (Kind::Dependent | Kind::Plain, Self::Mut) => Some(generated!(&#this mut #ty)),
            (Kind::Dependent, Self::Parts) => Some(generated!(#ty)),
        }
    }

    fn types(self, model: &Model) -> TokenStream {
        let types = model
            .fields
            .iter()
            .filter_map(|field| self.ty(model, field));
        generated!(#(#types,)*)
    }

    /// `NameRef<'this, 'a, T>`: the type that a closure gets.
    pub(super) fn name(self, model: &Model) -> TokenStream {
        let name = types::named(model, self.suffix());
        let params = self.lifetimes(model);
        let generics = generics_in(&model.generics, &self.types(model));
        let (lifetimes, others) = types::args(&generics);
        let args = types::angled(
            &params
                .into_iter()
                .chain(lifetimes)
                .chain(others)
                .collect::<Vec<_>>(),
        );
        generated!(#name #args)
    }

    /// `'this` and the lends that occur.
    fn lifetimes(self, model: &Model) -> Vec<TokenStream> {
        let types = self.types(model);
        let mut names = std::collections::HashSet::new();
        types::collect(types.clone(), &mut names);
        let this = &model.names.this;
        let this = names
            .contains(&format!("'{}", this.ident))
            .then(|| generated!(#this));
        let lends = types::lends_in(model, &types);
        this.into_iter()
            .chain(lends.into_iter().map(|lend| generated!(#lend)))
            .collect()
    }

    fn docs(self, model: &Model) -> TokenStream {
        let what = match self {
            Self::Ref => "borrowed",
            Self::Mut => "borrowed mutably",
            Self::Parts => "that borrow, by value, and what they borrow from",
        };
        let docs = format!("The fields of a [`{}`], {what}.", model.ident);
        generated!(#[doc = #docs])
    }

    /// `type NameRef<'this, 'a, T> = NameFields<&'this Vec<&'a T>, &'a str>;`
    fn alias(self, model: &Model) -> TokenStream {
        let (name, fields) = (types::named(model, self.suffix()), fields_name(model));
        let vis = types::vis(&model.visibility);
        let generics = generics_in(&model.generics, &self.types(model));
        let (lifetimes, others) = types::params(&generics);
        let params = self.lifetimes(model).into_iter();
        let params: Vec<_> = params.chain(lifetimes).chain(others).collect();
        let params = types::angled(&params);
        let predicates = types::predicates(&generics);
        let clause = (!predicates.is_empty()).then(|| generated!(where #(#predicates),*));
        // Bounds are there for paths such as `T::Of`.
        let bounds = (!generics.params.is_empty())
            .then(|| generated!(#[allow(type_alias_bounds, reason = "generated")]));
        let allowed = allowed(model);
        let docs = self.docs(model);
        let types = self.types(model);
        generated!(#docs #(#allowed)* #bounds #vis type #name #params #clause = #fields<#types>;)
    }

    fn structure(self, model: &Model) -> TokenStream {
        let name = types::named(model, self.suffix());
        let vis = types::vis(&model.visibility);
        let mut params = self.lifetimes(model);
        if self != Self::Parts {
            // The struct is borrowed for less than its owners are lent. Of references the compiler knows that by itself, but not
            // of a type that is a projection.
            let this = &model.names.this;
            for lend in params.iter_mut().skip(1) {
                *lend = generated!(#lend: #this);
            }
        }
        let generics = generics_in(&model.generics, &self.types(model));
        let (lifetimes, others) = types::params(&generics);
        params.extend(lifetimes);
        params.extend(others);
        let params = types::angled(&params);
        let predicates = types::predicates(&generics);
        let clause = (!predicates.is_empty()).then(|| generated!(where #(#predicates),*));
        let fields = model.fields.iter().filter_map(|field| {
            let (vis, attrs) = (types::vis(&field.visibility), &field.attrs);
            let ident = &field.ident;
            let ty = self.ty(model, field);
            match model.style {
                Style::Named => ty.map(|ty| generated!(#(#attrs)* #vis #ident: #ty)),
                // The others keep their numbers.
                Style::Tuple => {
                    let ty = ty.unwrap_or_else(|| generated!(()));
                    Some(generated!(#(#attrs)* #vis #ty))
                }
            }
        });
        let docs = self.docs(model);
        let quiet = types::quiet_fields();
        match model.style {
            Style::Named => {
                generated!(#docs #quiet #vis struct #name #params #clause { #(#fields),* })
            }
            Style::Tuple => {
                generated!(#docs #quiet #vis struct #name #params (#(#fields),*) #clause;)
            }
        }
    }

    /// The view, made from variables: of the fields, and of what is lent of owners.
    pub(super) fn value(self, model: &Model) -> TokenStream {
        let name = if Single::alone(model).is_some() {
            fields_name(model)
        } else {
            types::named(model, self.suffix())
        };
        let fields = model.fields.iter().filter_map(|field| {
            let var = match field.kind {
                Kind::Owner { .. } => types::place_var(field),
                Kind::Dependent | Kind::Plain => field.var.clone(),
            };
            let ident = &field.ident;
            let there = self.ty(model, field).is_some();
            match model.style {
                Style::Named if there && var == *ident => Some(generated!(#var)),
                Style::Named => there.then(|| generated!(#ident: #var)),
                Style::Tuple if there => Some(generated!(#var)),
                Style::Tuple => Some(generated!(())),
            }
        });
        match model.style {
            Style::Named => generated!(#name { #(#fields),* }),
            Style::Tuple => generated!(#name(#(#fields),*)),
        }
    }
}

/// `NameFields`
fn fields_name(model: &Model) -> Ident {
    types::named(model, "Fields")
}

/// `NameFields<D, S>`: the struct that all views are, if the struct is a pair and nothing else.
pub(super) fn fields(model: &Model) -> TokenStream {
    let name = fields_name(model);
    let params = model.fields.iter().filter_map(|field| param(model, field));
    generated!(#name<#(#params),*>)
}

/// The parameter for a field.
fn param<'m>(model: &'m Model, field: &Field) -> Option<&'m Ident> {
    match field.kind {
        Kind::Owner { mutable: true, .. } => None,
        Kind::Owner { .. } => Some(&model.names.state),
        Kind::Dependent | Kind::Plain => Some(&model.names.dependent),
    }
}

fn fields_structure(model: &Model) -> TokenStream {
    let fields = fields(model);
    let vis = types::vis(&model.visibility);
    let members = model.fields.iter().filter_map(|field| {
        let (vis, attrs, ident) = (types::vis(&field.visibility), &field.attrs, &field.ident);
        match (model.style, param(model, field)) {
            (Style::Named, param) => param.map(|param| generated!(#(#attrs)* #vis #ident: #param)),
            (Style::Tuple, Some(param)) => Some(generated!(#(#attrs)* #vis #param)),
            // The others keep their numbers.
            (Style::Tuple, None) => Some(generated!(#(#attrs)* #vis ())),
        }
    });
    let body = match model.style {
        Style::Named => generated!({ #(#members),* }),
        Style::Tuple => generated!((#(#members),*);),
    };
    let docs = format!(
        "The fields of a [`{}`], as they are handed out.",
        model.ident
    );
    let docs = generated!(#[doc = #docs]);
    generated! {
        #docs
        #[allow(dead_code, clippy::pedantic, clippy::restriction, reason = "generated")]
        #vis struct #fields #body
    }
}

/// Lints that the user keeps off the struct or a field: they are off wherever the types of the fields are written.
fn allowed(model: &Model) -> impl Iterator<Item = &Attribute> {
    let fields = model.fields.iter().flat_map(|field| &field.attrs);
    let attrs = model.attrs.iter().chain(fields);
    attrs.filter(|attr| attr.path().is_ident("allow"))
}

pub(super) fn expand(model: &Model) -> TokenStream {
    if Single::alone(model).is_some() {
        let fields = fields_structure(model);
        let aliases = [View::Ref, View::Mut, View::Parts].map(|view| view.alias(model));
        return generated!(#fields #(#aliases)*);
    }
    let views = [View::Ref, View::Mut]
        .into_iter()
        .chain((!model.pinned).then_some(View::Parts))
        .map(|view| view.structure(model));
    let owners = owners(model);
    generated!(#(#views)* #owners)
}

/// What is given back, if it is more than one.
fn owners(model: &Model) -> TokenStream {
    let roots: Vec<_> = model.roots().collect();
    if model.style == Style::Tuple || roots.len() < 2 {
        return TokenStream::new();
    }
    let name = types::named(model, "Owners");
    let vis = types::vis(&model.visibility);
    let types_of = roots.iter().map(|root| &root.ty);
    let generics = generics_in(&model.generics, &generated!(#(#types_of,)*));
    let (params, _, clause) = generics.split_for_impl();
    let fields = roots.iter().map(|root| {
        let (vis, attrs) = (types::vis(&root.visibility), &root.attrs);
        let (ident, ty) = (&root.ident, &root.ty);
        generated!(#(#attrs)* #vis #ident: #ty)
    });
    let docs = format!("The fields of a [`{}`] that borrow nothing.", model.ident);
    let docs = generated!(#[doc = #docs]);
    let quiet = types::quiet_fields();
    generated! {
        #docs
        #quiet
        #vis struct #name #params #clause { #(#fields),* }
    }
}
