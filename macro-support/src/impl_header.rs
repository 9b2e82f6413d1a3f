//! The header of an impl, as the libraries' macros take it.

use crate::crate_path::CratePath;
use crate::span;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Generics, WherePredicate};

/// `impl [<…>] for [Type<…>] where […]`: the type's own predicates, then `more`. The impl's parameters are
/// those of the type, and may be more.
#[must_use]
pub fn header(
    ident: &Ident,
    generics: &Generics,
    impl_generics: &Generics,
    more: &[WherePredicate],
) -> TokenStream {
    let (impl_generics, _, _) = impl_generics.split_for_impl();
    let (_, ty_generics, where_clause) = generics.split_for_impl();
    let ident = type_name(ident);
    let own = where_clause
        .into_iter()
        .flat_map(|clause| &clause.predicates);
    quote! {
        impl [#impl_generics] for [#ident #ty_generics] where [#(#own,)* #(#more,)*]
    }
}

/// As part of the expansion, a use of a deprecated type is no use that should be warned of.
#[must_use]
pub fn type_name(ident: &Ident) -> Ident {
    let mut ident = ident.clone();
    ident.set_span(span::at(ident.span()));
    ident
}

/// `T: library::Trait` for each type parameter: what makes recursive types work, where bounds on the
/// fields' types would not.
#[must_use]
pub fn automatic_bounds(
    generics: &Generics,
    library: &CratePath,
    name: &str,
) -> Vec<WherePredicate> {
    generics
        .type_params()
        .map(|param| {
            let param = &param.ident;
            let span = span::at(param.span());
            let library = library.at(span);
            let bound = Ident::new(name, span);
            syn::parse_quote_spanned!(span=> #param: #library::#bound)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use quote::ToTokens as _;
    use syn::parse_quote;

    #[test]
    fn the_impl_may_have_more_parameters_and_predicates() {
        let mut generics: Generics = parse_quote!(<'a, T: Copy = u8, const N: usize = 3>);
        generics.where_clause = Some(parse_quote!(where T: 'a));
        let mut impl_generics = generics.clone();
        impl_generics.params.push(parse_quote!(U));
        let more = [parse_quote!(U: Debug)];
        let header = header(&parse_quote!(Type), &generics, &impl_generics, &more);
        let expected = quote! {
            impl [<'a, T: Copy, const N: usize, U>] for [Type<'a, T, N>] where [T: 'a, U: Debug,]
        };
        assert_eq!(header.to_string(), expected.to_string());
    }

    #[test]
    fn only_type_parameters_are_bounded() {
        let generics: Generics = parse_quote!(<'a, T, r#U: ?Sized, const N: usize>);
        let library = CratePath::absolute("leak");
        let bounds: Vec<_> = automatic_bounds(&generics, &library, "Leak")
            .iter()
            .map(|bound| bound.to_token_stream().to_string())
            .collect();
        assert_eq!(bounds, ["T : :: leak :: Leak", "r#U : :: leak :: Leak"]);
    }
}
