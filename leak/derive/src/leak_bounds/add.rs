//! Adds the bounds, and removes the `?Leak`s that kept some of them away.

use super::item::{self, Target};
use super::relax::{self, LeakPaths};
use ownership_macro_support::crate_path::CratePath;
use ownership_macro_support::diag::Diag;
use ownership_macro_support::generics::plain_name;
use ownership_macro_support::span;
use proc_macro2::{Span, TokenStream};
use quote::ToTokens as _;
use syn::punctuated::Punctuated;
use syn::visit_mut::{self, VisitMut};
use syn::{
    Expr, FnArg, Generics, Ident, ImplItem, Signature, TraitItem, Type, TypeImplTrait,
    TypeParamBound, TypeParen, WhereClause, WherePredicate,
};

pub(super) struct Bounds<'a> {
    pub(super) library: &'a CratePath,
    pub(super) paths: &'a LeakPaths,
    pub(super) diag: &'a mut Diag,
}

impl Bounds<'_> {
    pub(super) fn target(&mut self, target: &mut Target) {
        match target {
            Target::Fn(item) => self.signature(&mut item.sig),
            Target::Method(item) => self.signature(&mut item.sig),
            Target::Struct(item) => self.generics(&mut item.generics),
            Target::Enum(item) => self.generics(&mut item.generics),
            Target::Union(item) => self.generics(&mut item.generics),
            Target::Impl(item) => {
                self.generics(&mut item.generics);
                for item in &mut item.items {
                    self.impl_item(item);
                }
            }
            Target::Trait(item) => {
                self.generics(&mut item.generics);
                for item in &mut item.items {
                    self.trait_item(item);
                }
            }
        }
    }

    fn impl_item(&mut self, item: &mut ImplItem) {
        match item {
            ImplItem::Fn(item) if !item::is_on_its_own(&item.attrs) => {
                self.signature(&mut item.sig);
            }
            ImplItem::Type(item) => self.generics(&mut item.generics),
            _ => {}
        }
    }

    fn trait_item(&mut self, item: &mut TraitItem) {
        match item {
            TraitItem::Fn(item) if !item::is_on_its_own(&item.attrs) => {
                self.signature(&mut item.sig);
            }
            TraitItem::Type(item) => self.generics(&mut item.generics),
            _ => {}
        }
    }

    fn signature(&mut self, signature: &mut Signature) {
        self.generics(&mut signature.generics);
        for input in &mut signature.inputs {
            if let FnArg::Typed(input) = input {
                self.visit_type_mut(&mut input.ty);
            }
        }
    }

    /// Each type parameter declared here, with what the `where` clause says of it.
    fn generics(&mut self, generics: &mut Generics) {
        let mut clause = generics.where_clause.take();
        for param in generics.type_params_mut() {
            let mut said = Said::default();
            said.read(self.paths, &mut param.bounds);
            if let Some(clause) = &mut clause {
                said.read_clause(self.paths, &param.ident, clause);
            }
            if said.wants_bound(&format!("`{}`", param.ident), self.diag) {
                let bound = self.bound(param.ident.span());
                // Bounds of one parameter in two places look careless (and are a lint of clippy's).
                let elsewhere = clause
                    .as_mut()
                    .filter(|_| param.bounds.is_empty())
                    .and_then(|clause| predicate_on(&param.ident, clause));
                if let Some(bounds) = elsewhere {
                    bounds.push(bound);
                } else {
                    param.colon_token.get_or_insert_default();
                    param.bounds.push(bound);
                }
            } else if param.bounds.is_empty() {
                param.colon_token = None;
            }
        }
        generics.where_clause = clause.filter(|clause| !clause.predicates.is_empty());
    }

    fn bound(&self, user: Span) -> TypeParamBound {
        let span = span::at(user);
        let library = self.library.at(span);
        syn::parse_quote_spanned!(span=> #library::Leak)
    }
}

/// The bounds of the first predicate on `param`.
fn predicate_on<'c>(param: &Ident, clause: &'c mut WhereClause) -> Option<&'c mut relax::Bounds> {
    clause
        .predicates
        .iter_mut()
        .find_map(|predicate| match predicate {
            WherePredicate::Type(predicate)
                if predicate.lifetimes.is_none()
                    && plain_name(&predicate.bounded_ty) == Some(param) =>
            {
                Some(&mut predicate.bounds)
            }
            _ => None,
        })
}

/// `impl Trait` in the type of an argument declares a parameter.
impl VisitMut for Bounds<'_> {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        let before = ty.clone();
        visit_mut::visit_type_mut(self, ty);
        match ty {
            Type::Reference(outer) => parenthesize(&mut outer.elem),
            Type::Ptr(outer) => parenthesize(&mut outer.elem),
            _ => relax::drop_parentheses(&before, ty),
        }
    }

    fn visit_type_impl_trait_mut(&mut self, ty: &mut TypeImplTrait) {
        visit_mut::visit_type_impl_trait_mut(self, ty);
        let whole = ty.to_token_stream();
        let mut said = Said::default();
        said.read(self.paths, &mut ty.bounds);
        if ty.bounds.is_empty() {
            self.diag
                .error(&whole, "an `impl ?Leak` names no trait")
                .help("write `impl Sized + ?Leak`, or declare a type parameter: `T: ?Leak`");
            ty.bounds = Punctuated::from_iter([self.bound(ty.impl_token.span)]);
        } else if said.wants_bound("this `impl Trait`", self.diag) {
            let bound = self.bound(ty.impl_token.span);
            ty.bounds.push(bound);
        }
    }

    /// The length of an array: an expression, where nothing is declared.
    fn visit_expr_mut(&mut self, _: &mut Expr) {}
}

/// `&impl Trait` is fine, `&impl Trait + Leak` is ambiguous.
fn parenthesize(ty: &mut Type) {
    if let Type::ImplTrait(inner) = ty
        && inner.bounds.len() > 1
    {
        *ty = Type::Paren(TypeParen {
            attrs: Vec::new(),
            paren_token: syn::token::Paren::default(),
            elem: Box::new(ty.clone()),
        });
    }
}

/// What is written about one parameter.
#[derive(Default)]
struct Said {
    relaxed: Vec<TokenStream>,
    strict: bool,
}

impl Said {
    /// Reads one list of bounds, and takes the `?Leak`s out of it.
    fn read(&mut self, paths: &LeakPaths, bounds: &mut relax::Bounds) {
        self.relaxed.append(&mut paths.take_relaxed(bounds));
        self.strict |= bounds.iter().any(|bound| paths.is_strict(bound));
    }

    /// Reads the predicates on `param`. One that said `?Leak` and nothing else goes.
    fn read_clause(&mut self, paths: &LeakPaths, param: &Ident, clause: &mut WhereClause) {
        clause.predicates = core::mem::take(&mut clause.predicates)
            .into_iter()
            .filter_map(|mut predicate| {
                if let WherePredicate::Type(of_type) = &mut predicate
                    && plain_name(&of_type.bounded_ty) == Some(param)
                {
                    let before = self.relaxed.len();
                    self.read(paths, &mut of_type.bounds);
                    if of_type.bounds.is_empty() && self.relaxed.len() > before {
                        return None;
                    }
                }
                Some(predicate)
            })
            .collect();
    }

    fn wants_bound(&self, parameter: &str, diag: &mut Diag) -> bool {
        let mut relaxed = self.relaxed.iter();
        let first = relaxed.next();
        for again in relaxed {
            diag.error(
                again,
                format_args!("{parameter} is declared `?Leak` more than once"),
            )
            .help("remove this one");
        }
        if let Some(relaxed) = first
            && self.strict
        {
            diag.error(
                relaxed,
                format_args!("{parameter} is declared both `Leak` and `?Leak`"),
            )
            .help("keep `?Leak` if types that must not be forgotten are welcome, else `Leak`");
        }
        first.is_none() && !self.strict
    }
}
