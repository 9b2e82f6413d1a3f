//! `#[cfg]` and `#[cfg_attr]` on fields.
//!
//! An attribute macro gets them unread. So one of them is settled by the compiler: the struct is written twice, once for
//! either case, under `#[cfg(P)]` and `#[cfg(not(P))]`, and the macro is called again for the one that stays.

use ownership_macro_support::crate_path::CratePath;
use ownership_macro_support::diag::Diag;
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::quote_spanned;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::{Attribute, Fields, ItemStruct, Meta, Token};

/// The two structs, if a field has such an attribute.
pub(crate) fn settle(
    item: &ItemStruct,
    args: &TokenStream,
    library: &CratePath,
    diag: &mut Diag,
) -> Option<TokenStream> {
    let (field, index) = first(item)?;
    let attr = &fields(item)[field].attrs[index];
    let Some((predicate, attrs)) = read(attr) else {
        diag.error(&attr.meta, "this condition can't be read")
            .help("write `#[cfg(condition)]` or `#[cfg_attr(condition, attribute)]`");
        let mut without = item.clone();
        fields_mut(&mut without)[field].attrs.remove(index);
        return settle(&without, args, library, diag);
    };
    let mut with = item.clone();
    let mut without = item.clone();
    if attr.path().is_ident("cfg") {
        fields_mut(&mut with)[field].attrs.remove(index);
        remove(&mut without, field);
    } else {
        fields_mut(&mut with)[field]
            .attrs
            .splice(index..=index, attrs);
        fields_mut(&mut without)[field].attrs.remove(index);
    }
    let here = library.at(Span::mixed_site());
    let bare = attr.path().span();
    Some(quote_spanned! {bare.resolved_at(Span::mixed_site())=>
        #[cfg(#predicate)]
        #[#here::self_borrow(#args)]
        #with
        #[cfg(not(#predicate))]
        #[#here::self_borrow(#args)]
        #without
    })
}

/// The first field with such an attribute, and which it is.
fn first(item: &ItemStruct) -> Option<(usize, usize)> {
    fields(item).iter().enumerate().find_map(|(field, it)| {
        let conditional =
            |attr: &Attribute| attr.path().is_ident("cfg") || attr.path().is_ident("cfg_attr");
        Some((field, it.attrs.iter().position(conditional)?))
    })
}

/// `P` of `#[cfg(P)]`; `P` and the attributes of `#[cfg_attr(P, …)]`.
fn read(attr: &Attribute) -> Option<(TokenStream, Vec<Attribute>)> {
    let Meta::List(list) = &attr.meta else {
        return None;
    };
    if attr.path().is_ident("cfg") {
        return Some((list.tokens.clone(), Vec::new()));
    }
    let mut rest = list.tokens.clone().into_iter();
    let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(p) if p.as_char() == ',');
    let predicate: TokenStream = rest.by_ref().take_while(|token| !is_comma(token)).collect();
    let metas = attr_list(rest.collect())?;
    let pound = attr.pound_token;
    let attrs = metas.into_iter().map(|meta| Attribute {
        pound_token: pound,
        style: attr.style,
        bracket_token: attr.bracket_token,
        meta,
    });
    Some((predicate, attrs.collect()))
}

fn attr_list(tokens: TokenStream) -> Option<Punctuated<Meta, Token![,]>> {
    use syn::parse::Parser as _;
    Punctuated::parse_terminated.parse2(tokens).ok()
}

fn fields(item: &ItemStruct) -> Vec<&syn::Field> {
    item.fields.iter().collect()
}

fn fields_mut(item: &mut ItemStruct) -> Vec<&mut syn::Field> {
    item.fields.iter_mut().collect()
}

fn remove(item: &mut ItemStruct, field: usize) {
    let keep = |list: &Punctuated<syn::Field, Token![,]>| {
        let kept = list.iter().enumerate().filter(|(index, _)| *index != field);
        kept.map(|(_, field)| field.clone()).collect()
    };
    match &mut item.fields {
        Fields::Named(fields) => fields.named = keep(&fields.named),
        Fields::Unnamed(fields) => fields.unnamed = keep(&fields.unnamed),
        Fields::Unit => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use quote::ToTokens as _;
    use syn::parse_quote;

    fn settled(item: &ItemStruct) -> String {
        let library = CratePath::absolute("self_borrow");
        let mut diag = Diag::new();
        let out = settle(item, &TokenStream::new(), &library, &mut diag);
        diag.finish(()).expect("no errors");
        out.into_token_stream().to_string()
    }

    #[test]
    fn a_field_is_there_or_not() {
        let item = parse_quote! { struct S { a: u8, #[cfg(unix)] #[lend('x)] b: u8, c: u8 } };
        let expected = quote::quote! {
            #[cfg(unix)]
            #[::self_borrow::self_borrow()]
            struct S { a: u8, #[lend('x)] b: u8, c: u8 }
            #[cfg(not(unix))]
            #[::self_borrow::self_borrow()]
            struct S { a: u8, c: u8 }
        };
        assert_eq!(settled(&item), expected.to_string());
    }

    #[test]
    fn an_attribute_is_there_or_not() {
        let item = parse_quote! { struct S(#[cfg_attr(all(a, b), lend('x), doc = "d")] u8); };
        let expected = quote::quote! {
            #[cfg(all(a, b))]
            #[::self_borrow::self_borrow()]
            struct S(#[lend('x)] #[doc = "d"] u8);
            #[cfg(not(all(a, b)))]
            #[::self_borrow::self_borrow()]
            struct S(u8);
        };
        assert_eq!(settled(&item), expected.to_string());
    }

    #[test]
    fn without_conditions_nothing_is_settled() {
        let item = parse_quote! { #[cfg(unix)] struct S { #[doc = "cfg"] a: u8 } };
        assert_eq!(settled(&item), "");
    }
}
