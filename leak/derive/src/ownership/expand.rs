//! The impl, with the check of the fields that makes it sound.

use super::attr::Arguments;
use super::{Asks, Kind};
use crate::expand::{check_fields, header};
use crate::model::Model;
use ownership_macro_support::crate_path::CratePath;
use ownership_macro_support::diag::Rejected;
use ownership_macro_support::span;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::{GenericParam, Generics, WherePredicate};

/// The call of `leak::__private::unsafe_derive_ownership!`, which writes the impl.
///
/// What makes it sound is said at `expand::leak`, for the same check. In addition:
///
/// 1. The parameter of the trait stands in the impl, in the check and in the bounds. It is the same type
///    each time: macros were refused in it, and an alias means the same each time.
/// 2. Of a rank, the check is for the least one, and the impl for it and all higher ones. What has a
///    rank has all higher ones, also where a bound gives a parameter the low ones only.
pub(super) fn all(kind: &Kind, model: &Model, arguments: &Arguments) -> TokenStream {
    let asked = Asked::new(kind, model, arguments);
    let private = arguments.library.private_here();
    let predicates: Vec<_> = asked
        .predicates
        .iter()
        .cloned()
        .chain(match &arguments.bound {
            Some(bound) => bound.clone(),
            None => automatic_bounds(kind, model, arguments, &asked),
        })
        .collect();
    let header = header(model, &asked.generics, &predicates);
    let this = Ident::new("__leak_this", Span::mixed_site());
    let value = Ident::new("__leak_asked", Span::mixed_site());
    // First, so that the compiler knows of it when it looks at the field.
    let first = quote!(*#value,);
    let check = check_fields(&model.shape, &this, kind.function, &first);
    let name = Ident::new(kind.name, Span::mixed_site());
    let of = &asked.of;
    quote! {
        #private::unsafe_derive_ownership! {
            #name of #of #header
            check #this #value { #check }
        }
    }
}

/// The errors, and an impl without conditions.
pub(super) fn after_error(
    kind: &Kind,
    model: &Model,
    library: &CratePath,
    rejected: &Rejected,
) -> TokenStream {
    let errors = rejected.compile_errors(library);
    let arguments = Arguments {
        library: library.clone(),
        bound: None,
        target: None,
        rank: None,
    };
    let asked = Asked::new(kind, model, &arguments);
    let private = library.private_here();
    let header = header(model, &asked.generics, &asked.predicates);
    let name = Ident::new(kind.name, Span::mixed_site());
    let parameter = asked.parameter.map(|parameter| quote!(< #parameter >));
    quote! {
        #errors
        #private::unsafe_ownership_after_error! { #name of [#parameter] #header }
    }
}

/// The parameter of the trait, and what comes with it.
struct Asked {
    /// As the trait takes it.
    parameter: Option<TokenStream>,
    /// As the macro takes it.
    of: TokenStream,
    /// The impl's, with one more parameter perhaps.
    generics: Generics,
    predicates: Vec<WherePredicate>,
}

impl Asked {
    fn new(kind: &Kind, model: &Model, arguments: &Arguments) -> Self {
        let mut generics = model.generics.clone();
        let mut predicates = Vec::new();
        let here = Span::mixed_site();
        let library = arguments.library.at(here);
        let (parameter, of) = match kind.asks {
            Asks::Nothing => (None, quote!([])),
            Asks::Handles => {
                let parameter = if let Some(target) = &arguments.target {
                    target.to_token_stream()
                } else {
                    let name = Ident::new("__AnyHandle", here);
                    let declared: GenericParam =
                        syn::parse_quote!(#name: #library::ownership::Handle);
                    generics.params.push(declared);
                    name.to_token_stream()
                };
                (Some(parameter.clone()), quote!([#parameter]))
            }
            Asks::Rank => {
                let name = Ident::new("__ANY_RANK", here);
                let declared: GenericParam =
                    syn::parse_quote!(const #name: #library::__private::usize);
                generics.params.push(declared);
                let least = if let Some(rank) = arguments.rank {
                    let rank = Literal::usize_unsuffixed(rank);
                    predicates.push(syn::parse_quote!(
                        #library::ownership::Rank<#name>: #library::ownership::AtLeast<#rank>
                    ));
                    rank.to_token_stream()
                } else {
                    name.to_token_stream()
                };
                (Some(name.to_token_stream()), quote!([#least] [#name]))
            }
        };
        Self {
            parameter,
            of,
            generics,
            predicates,
        }
    }
}

/// The trait itself, for each type parameter: what makes recursive types work, where bounds on the
/// fields' types would not. If a rank is given, all ranks up to that, as behind pointers lower ones are asked
/// for.
fn automatic_bounds(
    kind: &Kind,
    model: &Model,
    arguments: &Arguments,
    asked: &Asked,
) -> Vec<WherePredicate> {
    let parameters: Vec<Option<TokenStream>> = match arguments.rank {
        Some(rank) => (0..=rank)
            .map(|rank| Some(Literal::usize_unsuffixed(rank).to_token_stream()))
            .collect(),
        None => vec![asked.parameter.clone()],
    };
    let mut bounds = Vec::new();
    for param in model.generics.type_params() {
        let name = &param.ident;
        let place = span::at(name.span());
        let library = arguments.library.at(place);
        let bound = Ident::new(kind.name, place);
        for parameter in &parameters {
            let parameter = parameter.as_ref().map(|parameter| quote!(< #parameter >));
            let predicate = quote_spanned!(place=> #name: #library::#bound #parameter);
            bounds.push(syn::parse_quote!(#predicate));
        }
    }
    bounds
}
