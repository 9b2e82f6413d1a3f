//! `impl Family`.

use ownership_macro_support::crate_path::CratePath;
use ownership_macro_support::diag::Rejected;
use ownership_macro_support::generics;
use ownership_macro_support::impl_header::type_name;
use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens as _, quote};
use syn::{DeriveInput, GenericParam, Lifetime};

/// `impl<T: 'static> Family for Graph<'static, T> { type Of<'b> = Graph<'b, T>; }`
///
/// Nothing is checked here: the trait is safe, and whether `Graph<'b, T>` is a type for every `'b` is for
/// the compiler to see. Where a bound speaks of the brand, it is about `'static` in the impl's own
/// clause.
pub(crate) fn family(input: &DeriveInput, brand: &Lifetime, library: &CratePath) -> TokenStream {
    implementation(input, library, Some(brand))
}

/// The errors, and a family of one type, so that uses of it don't fail as well.
pub(crate) fn family_after_error(
    input: &DeriveInput,
    library: &CratePath,
    rejected: &Rejected,
) -> TokenStream {
    let errors = rejected.compile_errors(library);
    let implementation = implementation(input, library, None);
    quote!(#errors #implementation)
}

fn implementation(
    input: &DeriveInput,
    library: &CratePath,
    brand: Option<&Lifetime>,
) -> TokenStream {
    let private = library.private_here();
    let all = generics::for_impl(&input.generics);
    let ident = type_name(&input.ident);
    let statics = Lifetime::new("'static", Span::mixed_site());
    let binder = Lifetime::new("'__brand", Span::mixed_site());

    let mut declared = TokenStream::new();
    let (mut stored, mut opened) = (TokenStream::new(), TokenStream::new());
    let mut predicates = TokenStream::new();
    for param in &all.params {
        match param {
            GenericParam::Lifetime(lifetime) => {
                stored.extend(quote!(#statics,));
                let is_brand = brand.is_some_and(|brand| brand.ident == lifetime.lifetime.ident);
                let of = if is_brand { &binder } else { &statics };
                opened.extend(quote!(#of,));
            }
            GenericParam::Type(param) => {
                let name = &param.ident;
                let bounds = at_static(param.bounds.to_token_stream(), input);
                declared.extend(quote!(#name,));
                let maybe_plus = (!param.bounds.is_empty()).then(|| quote!(+));
                predicates.extend(quote!(#name: #bounds #maybe_plus #statics,));
                stored.extend(quote!(#name,));
                opened.extend(quote!(#name,));
            }
            GenericParam::Const(param) => {
                let (name, ty) = (&param.ident, &param.ty);
                declared.extend(quote!(const #name: #ty,));
                stored.extend(quote!(#name,));
                opened.extend(quote!(#name,));
            }
        }
    }
    if let Some(clause) = &all.where_clause {
        for predicate in &clause.predicates {
            let predicate = at_static(predicate.to_token_stream(), input);
            predicates.extend(quote!(#predicate,));
        }
    }
    quote! {
        #private::derive_family! {
            impl [#declared] for [#ident<#stored>] where [#predicates]
            of #binder [#ident<#opened>]
        }
    }
}

/// The tokens, with `'static` in place of the type's lifetime parameters.
fn at_static(tokens: TokenStream, input: &DeriveInput) -> TokenStream {
    let mut out = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_parameter = |name: &Ident| {
            let mut lifetimes = input.generics.lifetimes();
            lifetimes.any(|param| param.lifetime.ident == *name)
        };
        out.extend([match token {
            TokenTree::Group(group) => {
                let mut inside = Group::new(group.delimiter(), at_static(group.stream(), input));
                inside.set_span(group.span());
                inside.into()
            }
            TokenTree::Punct(quote) if quote.as_char() == '\'' => {
                if let Some(TokenTree::Ident(name)) = tokens.peek_mut()
                    && is_parameter(name)
                {
                    *name = Ident::new("static", name.span());
                }
                quote.into()
            }
            other => other,
        }]);
    }
    out
}
