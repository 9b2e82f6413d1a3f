//! Recognizing `Leak` and `?Leak` among bounds.

use ownership_macro_support::crate_path::CratePath;
use ownership_macro_support::diag::Diag;
use ownership_macro_support::{span, text};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{Generics, Token, TraitBound, Type, TypeParamBound, WherePredicate};

/// The names under which the trait is known, without knowing the imports: `Leak`, `Forget`, each
/// alone, after `leak::`, and after the path given by `crate = path`.
pub(crate) struct LeakPaths {
    prefixes: Vec<String>,
}

/// The bounds list of one type parameter.
pub(super) type Bounds = Punctuated<TypeParamBound, Token![+]>;

impl LeakPaths {
    pub(crate) fn new(library: &CratePath) -> Self {
        let library = library.at(Span::call_site());
        let prefixes = [quote!(leak::), quote!(::leak::), quote!(#library::)];
        Self {
            prefixes: prefixes.iter().map(text::of_path).collect(),
        }
    }

    fn contains(&self, path: &syn::Path) -> bool {
        let Some(last) = path.segments.last() else {
            return false;
        };
        if !last.arguments.is_none() || (last.ident != "Leak" && last.ident != "Forget") {
            return false;
        }
        let mut path = path.clone();
        path.segments.pop();
        let prefix = text::of_path(&path);
        prefix.is_empty() || self.prefixes.contains(&prefix)
    }

    /// Whether the bound is `?Leak`.
    pub(super) fn is_relaxed(&self, bound: &TypeParamBound) -> bool {
        matches!(bound, TypeParamBound::Trait(bound)
            if bound.maybe.is_some() && self.contains(&bound.path))
    }

    /// Whether the bound is `Leak`.
    pub(super) fn is_strict(&self, bound: &TypeParamBound) -> bool {
        matches!(bound, TypeParamBound::Trait(TraitBound { maybe: None, path, .. })
            if self.contains(path))
    }

    /// Takes every `?Leak` out of `bounds`, and returns them.
    pub(super) fn take_relaxed(&self, bounds: &mut Bounds) -> Vec<TokenStream> {
        if !bounds.iter().any(|bound| self.is_relaxed(bound)) {
            return Vec::new();
        }
        let (relaxed, kept): (Vec<_>, Vec<_>) = core::mem::take(bounds)
            .into_iter()
            .partition(|bound| self.is_relaxed(bound));
        *bounds = kept.into_iter().collect();
        relaxed
            .iter()
            .map(quote::ToTokens::to_token_stream)
            .collect()
    }
}

/// `&(impl Trait + ?Leak)` needs its parentheses, and `&(impl Trait)` gives a warning. So they go
/// if `before` needed them, and `after` doesn't.
pub(super) fn drop_parentheses(before: &Type, after: &mut Type) {
    if let (Type::Paren(before), Type::Paren(inner)) = (before, &*after)
        && count(&before.elem) > 1
        && count(&inner.elem) == 1
    {
        *after = (*inner.elem).clone();
    }
}

/// The number of bounds.
fn count(ty: &Type) -> usize {
    match ty {
        Type::ImplTrait(ty) => ty.bounds.len(),
        Type::TraitObject(ty) => ty.bounds.len(),
        _ => 0,
    }
}

/// For the derives, which see a `?Leak` only where `#[leak_bounds]` is missing or comes too late.
/// Reports each one, takes it out of `generics`, and adds what the attribute would.
pub(crate) fn refuse_relaxed(generics: &mut Generics, library: &CratePath, diag: &mut Diag) {
    let paths = LeakPaths::new(library);
    let mut relaxed = Vec::new();
    let mut completed = generics.clone();
    for param in completed.type_params_mut() {
        let found = paths.take_relaxed(&mut param.bounds);
        if found.is_empty() {
            let span = span::at(param.ident.span());
            let library = library.at(span);
            param
                .bounds
                .push(syn::parse_quote_spanned!(span=> #library::Leak));
        }
        relaxed.extend(found);
    }
    if let Some(clause) = &mut completed.where_clause {
        for predicate in &mut clause.predicates {
            if let WherePredicate::Type(predicate) = predicate {
                relaxed.append(&mut paths.take_relaxed(&mut predicate.bounds));
            }
        }
    }
    if relaxed.is_empty() {
        return;
    }
    *generics = completed;
    for bound in &relaxed {
        diag.error(bound, "`?Leak` is understood by `#[leak_bounds]` only")
            .help("put `#[leak_bounds]` above `#[derive(…)]`");
    }
}
