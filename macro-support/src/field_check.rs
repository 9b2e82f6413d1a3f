//! Code that has the compiler check the types of fields.

use crate::span::Extent;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Member;

/// The variable for a field in a pattern: `prefix` + `_` + its name or index.
///
/// Where a constant of that name is in scope, a binding is a pattern: hence the prefix.
#[must_use]
pub fn binding(prefix: &str, member: &Member) -> Ident {
    let span = Span::mixed_site();
    match member {
        Member::Named(name) => format_ident!("{}_{}", prefix, name, span = span),
        Member::Unnamed(index) => format_ident!("{}_{}", prefix, index.index, span = span),
    }
}

/// Passes a pointer to `place` to `private::function`, after `first`, which ends in a comma. The variable
/// `pointer` is declared for that.
///
/// The callee, its argument and the call as a whole stand where the field's type, `ty`, stands, from
/// its first to its last token: what the compiler underlines is the type.
#[must_use]
pub fn call(
    place: &TokenStream,
    ty: Extent,
    pointer: &str,
    function: &str,
    first: &TokenStream,
) -> TokenStream {
    let span = Span::mixed_site();
    let Extent { start, end } = ty.generated();
    let pointer = Ident::new(pointer, end);
    let module = quote_spanned!(start=> private::);
    let function = Ident::new(function, end);
    let and = quote_spanned!(start=> &);
    let mut argument = Group::new(Delimiter::Parenthesis, quote!(#first #and #pointer));
    argument.set_span(end);
    quote_spanned! {span=>
        let #pointer = &raw const #place;
        #module #function #argument;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use syn::parse_quote;

    #[test]
    fn a_binding_is_named_after_its_field() {
        for (member, name) in [
            (parse_quote!(size), "__x_size"),
            (parse_quote!(r#type), "__x_type"),
            (parse_quote!(1), "__x_1"),
        ] {
            assert_eq!(binding("__x", &member).to_string(), name);
        }
    }

    #[test]
    fn the_call_stands_where_the_type_stands() {
        let ty: TokenStream = "       Vec<u8>".parse().expect("tokens");
        let code = call(
            &quote!(*place),
            Extent::of(&ty),
            "__pointer",
            "check",
            &quote!(first,),
        );
        let expected = quote! {
            let __pointer = &raw const *place;
            private::check(first, &__pointer);
        };
        assert_eq!(code.to_string(), expected.to_string());
        let columns: Vec<_> = code
            .into_iter()
            .skip_while(|token| token.to_string() != "private")
            .map(|token| token.span().start().column)
            .collect();
        assert_eq!(columns, [7, 7, 7, 13, 13, 0]);
    }
}
