//! `#[derive(…)]` below the attribute: implemented by closures that work for every lifetime, or by getters.

use super::single::Single;
use super::types::{self, private};
use crate::model::{Derive, Field, Kind, Model, Style};
use proc_macro2::{Literal, TokenStream};
use quote::quote_spanned;
use syn::Generics;

pub(super) fn expand(model: &Model) -> TokenStream {
    model.derives.iter().map(|it| one(model, *it)).collect()
}

fn one(model: &Model, derive: Derive) -> TokenStream {
    let private = private(model);
    let bound_by = |name: &str| {
        let ident = proc_macro2::Ident::new(name, proc_macro2::Span::mixed_site());
        generated!(#private::#ident)
    };
    match derive {
        Derive::Clone => implement(model, &bound_by("Clone"), &clone(model)),
        Derive::Debug => {
            let of = bound_by("Debug");
            let struct_itself = implement(model, &of, &debug(model));
            let owners = debug_owners(model, &of);
            generated!(#struct_itself #owners)
        }
        Derive::PartialEq => implement(model, &bound_by("PartialEq"), &partial_eq(model)),
        Derive::Eq => implement(model, &bound_by("Eq"), &TokenStream::new()),
        Derive::PartialOrd => implement(model, &bound_by("PartialOrd"), &partial_ord(model)),
        Derive::Ord => implement(model, &bound_by("Ord"), &ord(model)),
        Derive::Hash => implement(model, &bound_by("Hash"), &hash(model)),
    }
}

/// As the derives of core: with the trait as a bound of each type parameter.
fn implement(model: &Model, of: &TokenStream, body: &TokenStream) -> TokenStream {
    implement_for(&model.this(), model.generics.clone(), of, body)
}

fn implement_for(
    this: &TokenStream,
    mut generics: Generics,
    of: &TokenStream,
    body: &TokenStream,
) -> TokenStream {
    let params: Vec<_> = generics.type_params().map(|it| it.ident.clone()).collect();
    if !params.is_empty() {
        let clause = generics.make_where_clause();
        for param in params {
            clause.predicates.push(syn::parse_quote!(#param: #of));
        }
    }
    let (impl_generics, _, clause) = generics.split_for_impl();
    generated! {
        #[automatically_derived]
        impl #impl_generics #of for #this #clause {
            #body
        }
    }
}

fn clone(model: &Model) -> TokenStream {
    let private = private(model);
    let bound = &model.names.bound;
    let plain = model.plain().map(|field| {
        let ident = &field.ident;
        generated!(#ident: #private::Clone::clone(&self.#ident))
    });
    let value = if Single::alone(model).is_some() {
        generated!(Self(#private::Clone::clone(&self.0)))
    } else {
        generated!(Self { #bound: #private::Clone::clone(&self.#bound), #(#plain),* })
    };
    generated! {
        #[inline]
        fn clone(&self) -> Self {
            #value
        }
    }
}

/// The fields that can be seen, as members of a view.
fn visible(model: &Model) -> impl Iterator<Item = (&Field, TokenStream)> {
    let seen = model.fields.iter().filter(|field| !field.is_lent_mutably());
    seen.map(|field| {
        let member = match model.style {
            Style::Named => {
                let ident = &field.ident;
                generated!(#ident)
            }
            Style::Tuple => {
                let index = Literal::usize_unsuffixed(field.stem.parse().unwrap_or_default());
                generated!(#index)
            }
        };
        (field, member)
    })
}

fn debug(model: &Model) -> TokenStream {
    let private = private(model);
    let name = model.ident.to_string();
    let fields = visible(model).map(|(field, member)| {
        let span = ownership_macro_support::span::Extent::of(&field.ty)
            .generated()
            .start;
        let value = match field.kind {
            Kind::Owner { .. } => quote_spanned!(span=> &view.#member),
            Kind::Dependent | Kind::Plain => quote_spanned!(span=> view.#member),
        };
        match model.style {
            Style::Named => {
                let name = &field.stem;
                generated!(#private::fmt::DebugStruct::field(&mut debug, #name, #value);)
            }
            Style::Tuple => generated!(#private::fmt::DebugTuple::field(&mut debug, #value);),
        }
    });
    // By paths: a trait of the user may have methods of these names, and find them first.
    let (start, builder) = match model.style {
        Style::Named => (generated!(debug_struct), generated!(DebugStruct)),
        Style::Tuple => (generated!(debug_tuple), generated!(DebugTuple)),
    };
    // What is lent mutably can't be seen.
    let finish = if model.fields.iter().any(Field::is_lent_mutably) {
        generated!(finish_non_exhaustive)
    } else {
        generated!(finish)
    };
    generated! {
        fn fmt(&self, f: &mut #private::fmt::Formatter<'_>) -> #private::fmt::Result {
            self.with(|view| {
                let mut debug = #private::fmt::Formatter::#start(f, #name);
                #(#fields)*
                #private::fmt::#builder::#finish(&mut debug)
            })
        }
    }
}

/// What is given back is to be seen as well: a `Result` with it can be unwrapped.
fn debug_owners(model: &Model, of: &TokenStream) -> TokenStream {
    let roots: Vec<_> = model.roots().collect();
    if model.style == Style::Tuple || roots.len() < 2 {
        return TokenStream::new();
    }
    let private = private(model);
    let owners = types::owners(model);
    let name = types::named(model, "Owners").to_string();
    let tys = roots.iter().map(|root| &root.ty);
    let generics = types::generics_in(&model.generics, &generated!(#(#tys,)*));
    let fields = roots.iter().map(|root| {
        let (name, ident) = (&root.stem, &root.ident);
        generated!(#private::fmt::DebugStruct::field(&mut debug, #name, &self.#ident);)
    });
    let body = generated! {
        fn fmt(&self, f: &mut #private::fmt::Formatter<'_>) -> #private::fmt::Result {
            let mut debug = #private::fmt::Formatter::debug_struct(f, #name);
            #(#fields)*
            #private::fmt::DebugStruct::finish(&mut debug)
        }
    };
    implement_for(&owners, generics, of, &body)
}

fn hash(model: &Model) -> TokenStream {
    let private = private(model);
    let fields = visible(model).map(|(field, member)| {
        let span = ownership_macro_support::span::Extent::of(&field.ty)
            .generated()
            .start;
        match field.kind {
            Kind::Owner { .. } => {
                quote_spanned!(span=> #private::Hash::hash(&view.#member, state);)
            }
            Kind::Dependent | Kind::Plain => {
                quote_spanned!(span=> #private::Hash::hash(view.#member, state);)
            }
        }
    });
    let hasher = &model.names.result;
    generated! {
        fn hash<#hasher: #private::Hasher>(&self, state: &mut #hasher) {
            self.with(|view| { #(#fields)* });
        }
    }
}

/// The getters of all fields that can be seen, on `self` and on `other`. They have the lifetime of the borrow, so two values
/// have fields of one type.
fn pairs(model: &Model) -> Vec<(TokenStream, TokenStream)> {
    let mut names = super::access::Methods::new();
    visible(model)
        .map(|(field, _)| {
            let getter = names.getter(model, field);
            match field.kind {
                Kind::Owner { .. } => (generated!(&self.#getter()), generated!(&other.#getter())),
                Kind::Dependent | Kind::Plain => {
                    (generated!(self.#getter()), generated!(other.#getter()))
                }
            }
        })
        .collect()
}

fn partial_eq(model: &Model) -> TokenStream {
    let private = private(model);
    let pairs = pairs(model).into_iter();
    let equal = pairs.map(|(a, b)| generated!(#private::PartialEq::eq(#a, #b)));
    generated! {
        fn eq(&self, other: &Self) -> #private::bool {
            #(#equal)&&*
        }
    }
}

fn partial_ord(model: &Model) -> TokenStream {
    let private = private(model);
    let pairs = pairs(model).into_iter();
    let orders = pairs.map(|(a, b)| {
        generated! {
            match #private::PartialOrd::partial_cmp(#a, #b) {
                #private::Some(#private::Ordering::Equal) => {}
                decided => return decided,
            }
        }
    });
    generated! {
        fn partial_cmp(&self, other: &Self) -> #private::Option<#private::Ordering> {
            #(#orders)*
            #private::Some(#private::Ordering::Equal)
        }
    }
}

fn ord(model: &Model) -> TokenStream {
    let private = private(model);
    let pairs = pairs(model).into_iter();
    let orders = pairs.map(|(a, b)| {
        generated! {
            match #private::Ord::cmp(#a, #b) {
                #private::Ordering::Equal => {}
                decided => return decided,
            }
        }
    });
    generated! {
        fn cmp(&self, other: &Self) -> #private::Ordering {
            #(#orders)*
            #private::Ordering::Equal
        }
    }
}
