//! Generic parameter lists, reshaped.

use crate::span;
use syn::{GenericParam, Generics, Ident, Type, TypeParam};

/// `generics` as an `impl` declares them.
///
/// * Without the parameters' attributes: a helper attribute of another derive
///   (`struct S<#[other] T>`) has no meaning there. [`Generics::split_for_impl`] leaves out the
///   defaults.
/// * With lifetimes that count as generated: the lint `redundant_lifetimes` doesn't tell the user
///   that the `impl` could do without. They still mean the same to tokens of the user.
#[must_use]
pub fn for_impl(generics: &Generics) -> Generics {
    let mut generics = generics.clone();
    for param in &mut generics.params {
        match param {
            GenericParam::Lifetime(param) => {
                param.attrs.clear();
                let lifetime = &mut param.lifetime;
                lifetime.set_span(span::at(lifetime.span()));
            }
            GenericParam::Type(param) => param.attrs.clear(),
            GenericParam::Const(param) => param.attrs.clear(),
        }
    }
    generics
}

/// The parameter's attributes.
#[must_use]
pub fn attributes(param: &GenericParam) -> &[syn::Attribute] {
    match param {
        GenericParam::Lifetime(param) => &param.attrs,
        GenericParam::Type(param) => &param.attrs,
        GenericParam::Const(param) => &param.attrs,
    }
}

/// The name, if `ty` is a single plain name, as a type parameter is.
///
/// Sees through the invisible groups that `macro_rules!` puts around `$ty:ty`, and parentheses.
#[must_use]
pub fn plain_name(ty: &Type) -> Option<&Ident> {
    match ty {
        Type::Path(ty) if ty.qself.is_none() => ty.path.get_ident(),
        Type::Group(ty) => plain_name(&ty.elem),
        Type::Paren(ty) => plain_name(&ty.elem),
        _ => None,
    }
}

/// The type parameter that `ty` names.
#[must_use]
pub fn type_param<'g>(generics: &'g Generics, ty: &Type) -> Option<&'g TypeParam> {
    let name = plain_name(ty)?;
    generics.type_params().find(|param| param.ident == *name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use quote::{ToTokens as _, quote};
    use syn::parse_quote;

    #[test]
    fn attributes_go_everything_else_stays() {
        let mut generics: Generics =
            parse_quote!(<#[a] 'a: 'b, #[b(c)] T: ?Sized + Tr = u8, #[d] const N: usize = 3>);
        generics.where_clause = Some(parse_quote!(where T: Copy));
        let stripped = for_impl(&generics);
        assert_eq!(
            stripped.to_token_stream().to_string(),
            quote!(<'a: 'b, T: ?Sized + Tr = u8, const N: usize = 3>).to_string()
        );
        assert_eq!(stripped.where_clause, generics.where_clause);
        assert!(
            generics
                .params
                .iter()
                .all(|param| attributes(param).len() == 1)
        );
    }

    #[test]
    fn a_parameter_is_found_by_its_plain_name_only() {
        let generics: Generics = parse_quote!(<'a, T, r#type, const N: usize>);
        let named = |ty: Type| type_param(&generics, &ty).map(|param| param.ident.to_string());
        assert_eq!(named(parse_quote!(T)).as_deref(), Some("T"));
        assert_eq!(named(parse_quote!((T))).as_deref(), Some("T"));
        assert_eq!(named(parse_quote!(r#type)).as_deref(), Some("r#type"));
        for other in ["N", "U", "T::Item", "<T as Tr>::T", "&T", "Vec<T>", "x::T"] {
            let ty: Type = syn::parse_str(other).expect("a type");
            assert_eq!(named(ty), None, "{other}");
        }
    }
}
