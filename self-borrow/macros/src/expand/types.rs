//! Types and parameters, as tokens.

use super::single::Single;
use crate::lifetimes;
use crate::model::{Field, Kind, Model, Style};
use ownership_macro_support::names::derived;
use ownership_macro_support::span::Extent;
use ownership_macro_support::visibility;
use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote_spanned};
use std::collections::HashSet;
use syn::ext::IdentExt as _;
use syn::{GenericParam, Generics, Lifetime};

/// The path to the library's private module, under the short name that it has within the expansion.
pub(super) fn private(_: &Model) -> TokenStream {
    let alias = alias();
    generated!(#alias)
}

/// `__sb`
pub(super) fn alias() -> Ident {
    Ident::new("__sb", proc_macro2::Span::mixed_site())
}

/// The tokens for a place where the short name means nothing: with the path instead, where the name was.
pub(super) fn resolved(model: &Model, tokens: TokenStream) -> TokenStream {
    let alias = alias();
    tokens
        .into_iter()
        .flat_map(|token| match token {
            TokenTree::Ident(ident) if ident == alias => {
                model.library.private_or_here(ident.span())
            }
            TokenTree::Group(group) => {
                let mut new = Group::new(group.delimiter(), resolved(model, group.stream()));
                new.set_span(group.span());
                TokenTree::from(new).into()
            }
            other => other.into(),
        })
        .collect()
}

/// The outermost pair of `self`.
pub(super) fn pair(model: &Model) -> TokenStream {
    if Single::alone(model).is_some() {
        return generated!(self.0);
    }
    let bound = &model.names.bound;
    generated!(self.#bound)
}

/// For lints that would speak of generated code: the user can't change it.
pub(super) fn quiet() -> TokenStream {
    generated! {
        #[allow(deprecated, private_bounds, single_use_lifetimes, reason = "generated")]
        #[allow(clippy::all, clippy::nursery, clippy::pedantic, reason = "generated")]
    }
}

/// The same for a struct whose fields are as visible as the user's, and are not all of use.
pub(super) fn quiet_fields() -> TokenStream {
    generated! {
        #[allow(dead_code, deprecated, single_use_lifetimes, reason = "generated")]
        #[allow(explicit_outlives_requirements, reason = "generated")]
        #[allow(clippy::pedantic, clippy::restriction, reason = "generated")]
    }
}

/// `impl<'s, T> Name<'s, T> where …`
pub(super) fn header(model: &Model) -> TokenStream {
    let (generics, ty_generics, where_clause) = model.generics.split_for_impl();
    let ident = &model.ident;
    generated!(impl #generics #ident #ty_generics #where_clause)
}

/// `NameAfter`
pub(super) fn named(model: &Model, after: &str) -> Ident {
    derived("", &model.prefix, after)
}

/// A method about a field: `before`, its name, `after`. Raw only if it must be.
pub(super) fn method(field: &Field, before: &str, after: &str) -> Ident {
    if before.is_empty() && after.is_empty() {
        return field.ident.clone();
    }
    let text = format!("{before}{}{after}", field.stem);
    Ident::new(&text, field.ident.span())
}

pub(super) fn vis(visibility: &syn::Visibility) -> TokenStream {
    visibility::generated(visibility)
}

/// What only those may do who see all of these fields.
pub(super) fn least<'m>(
    model: &'m Model,
    fields: impl IntoIterator<Item = &'m Field>,
) -> TokenStream {
    let fields = fields.into_iter().map(|field| &field.visibility);
    vis(&visibility::least(fields.chain([&model.visibility])))
}

/// `Shared<T>`, `Exclusive<T>`, or a tuple: what a level lends.
pub(super) fn level_owners(model: &Model, level: usize) -> TokenStream {
    let owners = model.levels[level].owners.iter().map(|&owner| {
        let field = model.field(owner);
        let (ty, lend) = (&field.ty, lend_name(field));
        around(field, &generated!(#lend), &generated!(#ty))
    });
    tuple(owners.collect())
}

/// `Path<T>` of the library. If the owner's type can't be lent, the error is at that type.
fn around(field: &Field, path: &TokenStream, arguments: &TokenStream) -> TokenStream {
    let Extent { start, end } = Extent::of(&field.ty).generated();
    let alias = Ident::new("__sb", start);
    let close = quote_spanned!(end=> >);
    generated!(#alias::#path<#arguments #close)
}

/// The same, as a pattern or an expression around the variables of the fields.
pub(super) fn level_vars(model: &Model, level: usize) -> TokenStream {
    let private = private(model);
    let owners = model.levels[level].owners.iter().map(|&owner| {
        let field = model.field(owner);
        let (var, lend) = (&field.var, lend_name(field));
        generated!(#private::#lend(#var))
    });
    tuple(owners.collect())
}

fn lend_name(field: &Field) -> Ident {
    let name = if field.is_lent_mutably() {
        "Exclusive"
    } else {
        "Shared"
    };
    Ident::new(name, proc_macro2::Span::mixed_site())
}

/// The local variable for what is lent of an owner.
pub(super) fn place_var(field: &Field) -> Ident {
    Ident::new(
        &format!("place_{}", field.stem),
        proc_macro2::Span::mixed_site(),
    )
}

/// What is lent of an owner, to a closure that builds: `RefOf<'a, T>`, `MutOf<'a, T>`.
pub(super) fn lent(model: &Model, field: &Field) -> TokenStream {
    let Kind::Owner { level, mutable } = field.kind else {
        return TokenStream::new();
    };
    let (lifetime, ty) = (&model.levels[level].lifetime, &field.ty);
    match (model.pinned && level == 0, mutable) {
        (true, false) => generated!(&#lifetime #ty),
        (true, true) => generated!(&#lifetime mut #ty),
        (false, false) => around(field, &generated!(RefOf), &generated!(#lifetime, #ty)),
        (false, true) => around(field, &generated!(MutOf), &generated!(#lifetime, #ty)),
    }
}

/// One is itself, several are a tuple.
pub(super) fn tuple(mut items: Vec<TokenStream>) -> TokenStream {
    if items.len() == 1 {
        items.swap_remove(0)
    } else {
        generated!((#(#items),*))
    }
}

/// All lends and the given lifetimes replaced by one.
pub(super) fn at(model: &Model, ty: &impl ToTokens, lifetime: &Lifetime) -> TokenStream {
    let by: Vec<_> = model
        .levels
        .iter()
        .map(|level| (lifetimes::name(&level.lifetime), lifetime.clone()))
        .collect();
    lifetimes::replaced(ty, &by)
}

/// The lends that occur in `tokens`, in order.
pub(super) fn lends_in(model: &Model, tokens: &TokenStream) -> Vec<Lifetime> {
    let found: HashSet<_> = lifetimes::in_tokens(tokens)
        .iter()
        .map(lifetimes::name)
        .collect();
    let levels = model.levels.iter().map(|level| &level.lifetime);
    levels
        .filter(|lifetime| found.contains(&lifetimes::name(lifetime)))
        .cloned()
        .collect()
}

/// `for<'a, 'b>`, with the lends that occur in `tokens`.
pub(super) fn binder(model: &Model, tokens: &TokenStream) -> TokenStream {
    let lends = lends_in(model, tokens);
    if lends.is_empty() {
        TokenStream::new()
    } else {
        generated!(for<#(#lends),*>)
    }
}

/// Those parameters of the struct that occur in `tokens`, with their bounds.
pub(super) fn generics_in(generics: &Generics, tokens: &TokenStream) -> Generics {
    let mut names = HashSet::new();
    collect(tokens.clone(), &mut names);
    let occurs = |param: &GenericParam| names.contains(&param_name(param));
    let (inside, outside): (Vec<_>, Vec<_>) = generics.params.iter().partition(|p| occurs(p));
    let outside: HashSet<_> = outside.into_iter().map(param_name).collect();
    let knows = |tokens: TokenStream| {
        let mut names = HashSet::new();
        collect(tokens, &mut names);
        names.is_disjoint(&outside)
    };
    let mut result = Generics::default();
    for param in inside {
        let mut param = param.clone();
        match &mut param {
            GenericParam::Lifetime(param) => {
                let kept = param.bounds.iter().filter(|b| knows(b.to_token_stream()));
                param.bounds = kept.cloned().collect();
            }
            GenericParam::Type(param) => {
                let kept = param.bounds.iter().filter(|b| knows(b.to_token_stream()));
                param.bounds = kept.cloned().collect();
                param.default = None;
            }
            GenericParam::Const(param) => {
                param.default = None;
            }
        }
        result.params.push(param);
    }
    if let Some(clause) = &generics.where_clause {
        let kept = clause.predicates.iter();
        let kept = kept.filter(|it| knows(it.to_token_stream()));
        result.make_where_clause().predicates = kept.cloned().collect();
    }
    result
}

/// Of the struct's parameters, under these or other names, those that the pair is about: plain fields are beside it.
pub(super) fn inner(model: &Model, generics: &Generics) -> Generics {
    let fields = model.fields.iter();
    let inside = fields.filter(|field| model.pinned || !field.is_plain());
    let types = inside.map(|field| &field.ty);
    let mut names = HashSet::new();
    collect(generated!(#(#types)*), &mut names);
    let params = model.generics.params.iter().zip(&generics.params);
    let kept = params.filter(|(original, _)| names.contains(&param_name(original)));
    let kept: Vec<_> = kept
        .map(|(_, param)| match param {
            GenericParam::Lifetime(param) => param.lifetime.to_token_stream(),
            GenericParam::Type(param) => param.ident.to_token_stream(),
            GenericParam::Const(param) => param.ident.to_token_stream(),
        })
        .collect();
    generics_in(generics, &generated!(#(#kept)*))
}

/// `'a` or `T`.
pub(super) fn param_name(param: &GenericParam) -> String {
    match param {
        GenericParam::Lifetime(param) => format!("'{}", lifetimes::name(&param.lifetime)),
        GenericParam::Type(param) => param.ident.unraw().to_string(),
        GenericParam::Const(param) => param.ident.unraw().to_string(),
    }
}

/// All identifiers, and lifetimes with their `'`.
pub(super) fn collect(tokens: TokenStream, names: &mut HashSet<String>) {
    let mut lifetime = false;
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                let ident = ident.unraw().to_string();
                names.insert(if lifetime { format!("'{ident}") } else { ident });
                lifetime = false;
            }
            TokenTree::Group(group) => {
                collect(group.stream(), names);
                lifetime = false;
            }
            TokenTree::Punct(punct) => lifetime = punct.as_char() == '\'',
            TokenTree::Literal(_) => lifetime = false,
        }
    }
}

/// The parameters as arguments, lifetimes first, then the others: `'s`, and `T, N`.
pub(super) fn args(generics: &Generics) -> (Vec<TokenStream>, Vec<TokenStream>) {
    let (mut lifetimes, mut others) = (Vec::new(), Vec::new());
    for param in &generics.params {
        match param {
            GenericParam::Lifetime(param) => lifetimes.push(param.lifetime.to_token_stream()),
            GenericParam::Type(param) => others.push(param.ident.to_token_stream()),
            GenericParam::Const(param) => others.push(param.ident.to_token_stream()),
        }
    }
    (lifetimes, others)
}

/// The parameters as declared, without defaults: lifetimes first, then the others.
pub(super) fn params(generics: &Generics) -> (Vec<TokenStream>, Vec<TokenStream>) {
    let (mut lifetimes, mut others) = (Vec::new(), Vec::new());
    for param in &generics.params {
        match param {
            GenericParam::Lifetime(param) => lifetimes.push(param.to_token_stream()),
            GenericParam::Type(param) => {
                let mut param = param.clone();
                param.default = None;
                others.push(param.to_token_stream());
            }
            GenericParam::Const(param) => {
                let mut param = param.clone();
                param.default = None;
                others.push(param.to_token_stream());
            }
        }
    }
    (lifetimes, others)
}

/// `<'s, T, …>`, or nothing.
pub(super) fn angled(items: &[TokenStream]) -> TokenStream {
    if items.is_empty() {
        TokenStream::new()
    } else {
        generated!(<#(#items),*>)
    }
}

/// Where the struct's own predicates are, without the word `where`.
pub(super) fn predicates(generics: &Generics) -> Vec<TokenStream> {
    let clause = generics.where_clause.iter();
    clause
        .flat_map(|clause| &clause.predicates)
        .map(ToTokens::to_token_stream)
        .collect()
}

/// What a marker must mention to be as constrained as the parameters are.
pub(super) fn phantom(model: &Model, generics: &Generics) -> Vec<TokenStream> {
    let private = private(model);
    let mut mentions = Vec::new();
    for param in &generics.params {
        match param {
            GenericParam::Lifetime(param) => {
                let lifetime = &param.lifetime;
                mentions.push(generated!(&#lifetime ()));
            }
            GenericParam::Type(param) => {
                let ident = &param.ident;
                mentions.push(generated!(#private::PhantomData<#ident>));
            }
            GenericParam::Const(_) => {}
        }
    }
    mentions
}

/// What an owner is given back as: the only root itself, or all of them.
pub(super) fn owners(model: &Model) -> TokenStream {
    let roots: Vec<_> = model.roots().collect();
    if let [root] = roots.as_slice() {
        return root.ty.to_token_stream();
    }
    let types = roots.iter().map(|root| root.ty.to_token_stream());
    let types: Vec<_> = types.collect();
    match model.style {
        Style::Tuple => generated!((#(#types),*)),
        Style::Named => {
            let name = named(model, "Owners");
            let generics = generics_in(&model.generics, &generated!(#(#types)*));
            let (_, args, _) = generics.split_for_impl();
            generated!(#name #args)
        }
    }
}

/// The same, made from the variables of the fields.
pub(super) fn owners_value(model: &Model) -> TokenStream {
    let roots: Vec<_> = model.roots().collect();
    let vars = roots.iter().map(|root| &root.var);
    if let [root] = roots.as_slice() {
        return root.var.to_token_stream();
    }
    match model.style {
        Style::Tuple => generated!((#(#vars),*)),
        Style::Named => {
            let name = named(model, "Owners");
            let idents = roots.iter().map(|root| &root.ident);
            generated!(#name { #(#idents: #vars),* })
        }
    }
}
