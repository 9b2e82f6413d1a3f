//! `Self` in the types of an item, for a place where `Self` is something else.

use core::fmt;
use proc_macro2::TokenStream;
use quote::ToTokens as _;
use syn::visit_mut::{self, VisitMut};
use syn::{Generics, PathArguments, QSelf, Type, TypePath, parse_quote};

/// Replaces `Self` by the type it stands for.
pub struct ReplaceSelf {
    /// `Name<'a, T>`
    this: TypePath,
}

impl fmt::Debug for ReplaceSelf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ReplaceSelf")
            .field(&self.this.to_token_stream().to_string())
            .finish()
    }
}

impl ReplaceSelf {
    /// By this type.
    #[must_use]
    pub fn by(this: &TokenStream) -> Self {
        Self {
            this: parse_quote!(#this),
        }
    }

    /// In a type.
    pub fn in_type(&mut self, ty: &Type) -> Type {
        let mut ty = ty.clone();
        self.visit_type_mut(&mut ty);
        ty
    }

    /// In a list of parameters.
    pub fn in_generics(&mut self, generics: &Generics) -> Generics {
        let mut generics = generics.clone();
        self.visit_generics_mut(&mut generics);
        generics
    }
}

impl VisitMut for ReplaceSelf {
    fn visit_type_path_mut(&mut self, ty: &mut TypePath) {
        let is_self = ty.qself.is_none()
            && ty.path.leading_colon.is_none()
            && ty.path.segments.first().is_some_and(|first| {
                first.ident == "Self" && matches!(first.arguments, PathArguments::None)
            });
        if is_self && ty.path.segments.len() == 1 {
            *ty = self.this.clone();
        } else if is_self {
            // `Self::Item` → `<Name<T>>::Item`
            let rest = ty.path.segments.iter().skip(1).cloned().collect();
            ty.qself = Some(QSelf {
                lt_token: <syn::Token![<]>::default(),
                ty: Box::new(Type::Path(self.this.clone())),
                position: 0,
                as_token: None,
                gt_token: <syn::Token![>]>::default(),
            });
            ty.path.leading_colon = Some(<syn::Token![::]>::default());
            ty.path.segments = rest;
        } else {
            visit_mut::visit_type_path_mut(self, ty);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use quote::quote;

    #[test]
    fn self_is_replaced_wherever_a_type_stands() {
        let mut replace = ReplaceSelf::by(&quote!(Node<'a, T>));
        for (before, after) in [
            ("Self", "Node<'a, T>"),
            ("Option<Box<Self>>", "Option<Box<Node<'a, T>>>"),
            ("Self::Item", "<Node<'a, T>>::Item"),
            (
                "<Self as Tr<Self>>::Item",
                "<Node<'a, T> as Tr<Node<'a, T>>>::Item",
            ),
            (
                "fn(&Self) -> [Self; 2]",
                "fn(&Node<'a, T>) -> [Node<'a, T>; 2]",
            ),
            ("self::Selfish", "self::Selfish"),
        ] {
            let parse = |text| syn::parse_str::<Type>(text).expect("a type");
            let replaced = replace.in_type(&parse(before));
            let printed = |ty: Type| ty.into_token_stream().to_string();
            assert_eq!(printed(replaced), printed(parse(after)), "{before}");
        }
    }
}
