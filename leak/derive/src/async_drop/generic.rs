//! Which field types depend on a parameter.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use std::collections::HashSet;
use syn::{GenericParam, Generics, Type};

/// The type and `const` parameters of a type, and whatever else may stand for them.
pub(crate) struct Parameters(HashSet<String>);

impl Parameters {
    pub(crate) fn of(generics: &Generics) -> Self {
        let mut names: HashSet<String> = generics
            .params
            .iter()
            .filter_map(|param| match param {
                GenericParam::Type(param) => Some(param.ident.to_string()),
                GenericParam::Const(param) => Some(param.ident.to_string()),
                GenericParam::Lifetime(_) => None,
            })
            .collect();
        if !names.is_empty() {
            names.insert("Self".into());
        }
        Self(names)
    }

    /// Whether a value of the type may be destroyed in one way or another, depending on a
    /// parameter. A macro in place of a type counts as if it named one: nobody knows what it
    /// will expand to.
    pub(crate) fn in_type(&self, ty: &Type) -> bool {
        !self.0.is_empty() && self.in_tokens(ty.to_token_stream())
    }

    fn in_tokens(&self, tokens: TokenStream) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Ident(name) => self.0.contains(&name.to_string()),
            TokenTree::Group(group) => self.in_tokens(group.stream()),
            TokenTree::Punct(punct) => punct.as_char() == '!',
            TokenTree::Literal(_) => false,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use syn::parse_quote;

    #[test]
    fn parameters_are_found_wherever_they_stand() {
        let generics: Generics = parse_quote!(<'a, T, r#type, const N: usize>);
        let params = Parameters::of(&generics);
        for ty in [
            "T",
            "Vec<T>",
            "[u8; N]",
            "(u8, [T; 2])",
            "fn(T)",
            "T::Item",
            "<T as A>::B",
            "Box<Self>",
            "r#type",
            "made!()",
            "x::made!(u8)",
            "Box<dyn A<T>>",
        ] {
            assert!(params.in_type(&syn::parse_str(ty).expect("a type")), "{ty}");
        }
        for ty in [
            "u8",
            "&'a str",
            "Vec<U>",
            "t::u::V",
            "TT",
            "[u8; 3]",
            "fn(u8) -> u8",
        ] {
            assert!(
                !params.in_type(&syn::parse_str(ty).expect("a type")),
                "{ty}"
            );
        }
    }

    #[test]
    fn without_parameters_nothing_depends_on_one() {
        let params = Parameters::of(&parse_quote!(<'a>));
        for ty in ["Self", "made!()", "T"] {
            assert!(
                !params.in_type(&syn::parse_str(ty).expect("a type")),
                "{ty}"
            );
        }
    }
}
