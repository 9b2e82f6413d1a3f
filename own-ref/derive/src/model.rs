//! A type that derives `Fields`, as far as the expansion needs to know it.

use ownership_macro_support::names::{self, Fresh, camel_case, derived};
use ownership_macro_support::self_type::ReplaceSelf;
use ownership_macro_support::span;
use ownership_macro_support::visibility;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::format_ident;
use syn::ext::IdentExt as _;
use syn::{
    Attribute, Data, DeriveInput, GenericParam, Generics, Lifetime, Member, Token, Type, Visibility,
};

/// The type.
pub(crate) struct Model {
    pub(crate) ident: Ident,
    pub(crate) visibility: Visibility,
    /// As an `impl` declares them, with no `Self` in them.
    pub(crate) generics: Generics,
    pub(crate) shape: Shape,
    /// `Name<'a, T>`
    pub(crate) this: TokenStream,
    pub(crate) names: Names,
    pub(crate) non_exhaustive: bool,
    /// A field is, so the expansion must be allowed to use it.
    pub(crate) deprecated: bool,
}

pub(crate) enum Shape {
    Struct(Body),
    Enum(Vec<Variant>),
}

pub(crate) struct Variant {
    pub(crate) ident: Ident,
    pub(crate) docs: Vec<Attribute>,
    pub(crate) body: Body,
}

/// What stands behind the name of a struct or variant.
pub(crate) struct Body {
    pub(crate) style: Style,
    pub(crate) fields: Vec<Field>,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Style {
    Named,
    Tuple,
    Unit,
}

pub(crate) struct Field {
    /// The name or the index.
    pub(crate) member: Member,
    /// With no `Self` in it.
    pub(crate) ty: Type,
    pub(crate) visibility: Visibility,
    pub(crate) docs: Vec<Attribute>,
    pub(crate) pinned: bool,
    /// Its number among all fields of the type.
    pub(crate) index: usize,
    /// A local variable for it.
    pub(crate) binding: Ident,
    /// Its name in method names and messages: `x`, `0`.
    pub(crate) name: String,
    /// Its name in type names: `X`, `0`.
    pub(crate) camel: String,
    /// The generic parameter for its mark.
    pub(crate) mark: Ident,
}

/// Names of generic parameters and local variables of what is generated.
pub(crate) struct Names {
    pub(crate) own: Lifetime,
    pub(crate) memory: Ident,
    pub(crate) other: Ident,
    pub(crate) error: Ident,
    pub(crate) recipe: Ident,
    pub(crate) turn: Ident,
    /// What is split or checked.
    pub(crate) this: Ident,
    pub(crate) claim: Ident,
}

impl Model {
    /// `None` for a union.
    pub(crate) fn new(input: &DeriveInput) -> Option<Self> {
        let mut fresh = Fresh::beside(input);
        let mut ident = input.ident.clone();
        // As part of the expansion, a use of a deprecated type is no use that should be warned of.
        ident.set_span(span::at(ident.span()));
        let generics = names::parameters(&input.generics);
        let (_, ty_generics, _) = generics.split_for_impl();
        let this = generated!(#ident #ty_generics);
        let mut replace = ReplaceSelf::by(&this);
        let shape = match &input.data {
            Data::Struct(data) => Shape::Struct(body(&data.fields, &mut fresh, &mut replace)),
            Data::Enum(data) => Shape::Enum(
                data.variants
                    .iter()
                    .map(|variant| Variant {
                        ident: variant.ident.clone(),
                        docs: carried_over(&variant.attrs),
                        body: body(&variant.fields, &mut fresh, &mut replace),
                    })
                    .collect(),
            ),
            Data::Union(_) => return None,
        };
        Some(Self {
            visibility: input.vis.clone(),
            generics: replace.in_generics(&generics),
            shape,
            this,
            names: Names {
                own: fresh.lifetime("own"),
                memory: fresh.ident("Memory"),
                other: fresh.ident("Other"),
                error: fresh.ident("Error"),
                recipe: fresh.ident("Recipe"),
                turn: fresh.ident("Turn"),
                this: Ident::new("__this", Span::mixed_site()),
                claim: Ident::new("__claim", Span::mixed_site()),
            },
            non_exhaustive: input
                .attrs
                .iter()
                .any(|attr| attr.path().is_ident("non_exhaustive")),
            deprecated: match &input.data {
                Data::Struct(data) => data
                    .fields
                    .iter()
                    .flat_map(|field| &field.attrs)
                    .any(|attr| attr.path().is_ident("deprecated")),
                Data::Enum(_) | Data::Union(_) => false,
            },
            ident,
        })
    }

    /// The name of a generated item.
    pub(crate) fn derived(&self, after: &str) -> Ident {
        derived("", &self.ident, after)
    }

    /// The name of a type as messages show it.
    pub(crate) fn name(&self) -> String {
        self.ident.unraw().to_string()
    }

    /// Parameters and arguments of a generated type: lifetimes first, then `more`, then the rest.
    pub(crate) fn more_generics(
        &self,
        lifetime: Option<&Lifetime>,
        more: &[TokenStream],
        arguments: &[TokenStream],
    ) -> (TokenStream, TokenStream) {
        let mut params = Vec::new();
        let mut args = Vec::new();
        if let Some(lifetime) = lifetime {
            params.push(generated!(#lifetime));
            args.push(generated!(#lifetime));
        }
        for param in &self.generics.params {
            match param {
                GenericParam::Lifetime(param) => {
                    let lifetime = &param.lifetime;
                    params.push(generated!(#param));
                    args.push(generated!(#lifetime));
                }
                GenericParam::Type(param) => {
                    let (ident, colon, bounds) = (&param.ident, &param.colon_token, &param.bounds);
                    params.push(generated!(#ident #colon #bounds));
                    args.push(generated!(#ident));
                }
                GenericParam::Const(param) => {
                    let (ident, ty) = (&param.ident, &param.ty);
                    params.push(generated!(const #ident: #ty));
                    args.push(generated!(#ident));
                }
            }
        }
        params.extend(more.iter().cloned());
        args.extend(arguments.iter().cloned());
        (bracketed(&params), bracketed(&args))
    }

    /// The predicates of the type, each with a comma behind it.
    pub(crate) fn predicates(&self) -> TokenStream {
        let predicates = self.generics.where_clause.iter();
        let predicates = predicates.flat_map(|clause| &clause.predicates);
        generated!(#(#predicates,)*)
    }

    /// The visibility that all fields allow: of what only those may do who could write the struct.
    pub(crate) fn least_visibility(&self, body: &Body) -> Visibility {
        let fields = body.fields.iter().map(|field| &field.visibility);
        let least = visibility::least(fields.chain([&self.visibility]));
        self.unless_non_exhaustive(&least)
    }

    /// What makes a `#[non_exhaustive]` struct stays in its crate.
    pub(crate) fn unless_non_exhaustive(&self, wanted: &Visibility) -> Visibility {
        if self.non_exhaustive {
            visibility::in_crate(wanted)
        } else {
            wanted.clone()
        }
    }
}

fn bracketed(list: &[TokenStream]) -> TokenStream {
    if list.is_empty() {
        TokenStream::new()
    } else {
        generated!(<#(#list),*>)
    }
}

fn body(fields: &syn::Fields, fresh: &mut Fresh, replace: &mut ReplaceSelf) -> Body {
    Body {
        style: match fields {
            syn::Fields::Named(_) => Style::Named,
            syn::Fields::Unnamed(_) => Style::Tuple,
            syn::Fields::Unit => Style::Unit,
        },
        fields: fields
            .members()
            .zip(fields)
            .enumerate()
            .map(|(index, (member, field))| {
                let name = match &member {
                    Member::Named(name) => name.unraw().to_string(),
                    Member::Unnamed(index) => index.index.to_string(),
                };
                let camel = camel_case(&name);
                let camel = if camel.is_empty() {
                    format!("{index}")
                } else {
                    camel
                };
                Field {
                    member: generated(member),
                    ty: replace.in_type(&field.ty),
                    visibility: field.vis.clone(),
                    docs: docs(&field.attrs),
                    pinned: field.attrs.iter().any(|attr| attr.path().is_ident("pin")),
                    binding: format_ident!("__field_{}", index, span = Span::mixed_site()),
                    mark: fresh.ident(&format!("Field{camel}")),
                    index: fresh.count(),
                    name,
                    camel,
                }
            })
            .collect(),
    }
}

/// As part of the expansion, a use of a deprecated field is no use that should be warned of.
fn generated(mut member: Member) -> Member {
    match &mut member {
        Member::Named(name) => name.set_span(span::at(name.span())),
        Member::Unnamed(index) => index.span = span::at(index.span),
    }
    member
}

/// What a generated variant has in common with the variant.
pub(crate) fn carried_over(attrs: &[Attribute]) -> Vec<Attribute> {
    let carried = attrs.iter().filter(|attr| {
        ["doc", "non_exhaustive"]
            .iter()
            .any(|name| attr.path().is_ident(name))
    });
    carried.cloned().collect()
}

pub(crate) fn docs(attrs: &[Attribute]) -> Vec<Attribute> {
    let docs = attrs.iter().filter(|attr| attr.path().is_ident("doc"));
    docs.cloned().collect()
}

impl Body {
    /// A pattern, or an expression, that names every field once.
    pub(crate) fn braced(
        &self,
        path: &TokenStream,
        value: impl Fn(&Field) -> TokenStream,
    ) -> TokenStream {
        let fields = self.fields.iter().map(|field| {
            let (member, value) = (&field.member, value(field));
            generated!(#member: #value)
        });
        generated!(#path { #(#fields),* })
    }

    /// A declaration of the same style, with other types. What comes after it.
    pub(crate) fn declare(&self, visible: bool, ty: impl Fn(&Field) -> TokenStream) -> TokenStream {
        let fields = self.fields.iter().map(|field| {
            let (docs, ty) = (&field.docs, ty(field));
            let vis = if visible {
                visibility::generated(&field.visibility)
            } else {
                TokenStream::new()
            };
            let name = match &field.member {
                Member::Named(name) => Some(name),
                Member::Unnamed(_) => None,
            };
            let colon = name.map(|_| <Token![:]>::default());
            generated!(#(#docs)* #vis #name #colon #ty)
        });
        match self.style {
            Style::Named => generated!({ #(#fields,)* }),
            Style::Tuple => generated!(( #(#fields,)* )),
            Style::Unit => TokenStream::new(),
        }
    }
}

impl Field {
    /// `set_x`
    pub(crate) fn method(&self, before: &str, after: &str) -> Ident {
        match &self.member {
            Member::Named(name) if before.is_empty() && after.is_empty() => name.clone(),
            Member::Named(name) => derived(before, name, after),
            Member::Unnamed(index) => {
                let before = if before.is_empty() { "get_" } else { before };
                Ident::new(
                    &format!("{before}{}{after}", index.index),
                    span::at(index.span),
                )
            }
        }
    }

    /// The name as a literal.
    pub(crate) fn literal(&self) -> Literal {
        Literal::string(&self.name)
    }
}
