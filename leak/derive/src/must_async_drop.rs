//! `#[must_async_drop]`

use crate::attr;
use ownership_macro_support::crate_path::CratePath;
use ownership_macro_support::diag::Diag;
use ownership_macro_support::{fallback, generics, span};
use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::{Generics, Ident, Item};

/// The item, and a `Drop` impl that reports.
pub(crate) fn expand(args: TokenStream, input: TokenStream) -> TokenStream {
    let mut diag = Diag::new();
    let library = attr::crate_only("#[must_async_drop]", args, &mut diag);
    let parsed = diag.parsed(
        syn::parse2::<Item>(input.clone()),
        "put it on a struct or an enum",
    );
    let target = parsed.as_ref().and_then(|item| target(item, &mut diag));
    match diag.finish(target) {
        Ok(Some((ident, generics))) => {
            let report = report(ident, generics, &library);
            quote!(#input #report)
        }
        Ok(None) => input,
        Err(rejected) => fallback::beside(&rejected, &library, &input),
    }
}

fn target<'i>(item: &'i Item, diag: &mut Diag) -> Option<(&'i Ident, &'i Generics)> {
    match item {
        Item::Struct(item) => return Some((&item.ident, &item.generics)),
        Item::Enum(item) => return Some((&item.ident, &item.generics)),
        Item::Union(item) => {
            diag.error(
                item.union_token.span,
                "a union has no asynchronous destructor",
            )
            .help("put it into a struct, and the attribute on that");
        }
        other => {
            diag.error(
                first_word(other)
                    .as_ref()
                    .unwrap_or(&other.to_token_stream()),
                "`#[must_async_drop]` is for types",
            )
            .help("put it on a struct or an enum");
        }
    }
    None
}

/// The first token that isn't part of an attribute or a visibility: the keyword.
fn first_word(item: &Item) -> Option<TokenStream> {
    let tokens = match item {
        Item::Fn(item) => item.sig.fn_token.to_token_stream(),
        Item::Impl(item) => item.impl_token.to_token_stream(),
        Item::Trait(item) => item.trait_token.to_token_stream(),
        Item::Type(item) => item.type_token.to_token_stream(),
        Item::Mod(item) => item.mod_token.to_token_stream(),
        _ => return None,
    };
    Some(tokens)
}

fn report(ident: &Ident, generics: &Generics, library: &CratePath) -> TokenStream {
    let generics = generics::for_impl(generics);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let mut name = ident.clone();
    name.set_span(span::at(ident.span()));
    let predicates = where_clause
        .into_iter()
        .flat_map(|clause| &clause.predicates);
    let private = library.private_here();
    quote! {
        #private::async_drop::drop_is_reported! {
            impl [#impl_generics] for [#name #ty_generics] where [#(#predicates,)*]
        }
    }
}
