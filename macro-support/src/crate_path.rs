//! Where generated code finds its library.

use crate::span;
use core::fmt;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote_spanned};

/// The path of the library: `::leak` unless the user wrote `crate = path`.
#[derive(Clone)]
pub struct CratePath(Inner);

#[derive(Clone)]
enum Inner {
    Absolute(&'static str),
    Overridden(syn::Path),
}

impl CratePath {
    /// `::name`, the crate of that name in the extern prelude.
    #[must_use]
    pub fn absolute(name: &'static str) -> Self {
        Self(Inner::Absolute(name))
    }

    /// The path as the user wrote it.
    #[must_use]
    pub fn overridden(path: syn::Path) -> Self {
        Self(Inner::Overridden(path))
    }

    /// `path::__private` where it was written; for the call that is the expansion. If there is no
    /// such path, the error is at the user's `crate = path`.
    #[must_use]
    pub fn private_here(&self) -> TokenStream {
        let span = Span::mixed_site();
        match &self.0 {
            Inner::Absolute(_) => self.private(span),
            Inner::Overridden(path) => quote_spanned!(span=> #path::__private),
        }
    }

    /// The path with the span `span`. The tokens of an overriding path move there, too, but
    /// keep their own hygiene: `$crate` in it means what it meant.
    #[must_use]
    pub fn at(&self, span: Span) -> TokenStream {
        match &self.0 {
            Inner::Absolute(name) => {
                let name = Ident::new(name, span);
                quote_spanned!(span=> ::#name)
            }
            Inner::Overridden(path) => span::relocate(path.to_token_stream(), span),
        }
    }

    /// `path::__private` with the span `span`.
    #[must_use]
    pub fn private(&self, span: Span) -> TokenStream {
        let path = self.at(span);
        quote_spanned!(span=> #path::__private)
    }

    /// The same, but an overriding path stays at the macro's call: if it is wrong, it is so once, not at each `span`.
    #[must_use]
    pub fn private_or_here(&self, span: Span) -> TokenStream {
        match &self.0 {
            Inner::Absolute(_) => self.private(span),
            Inner::Overridden(_) => self.private(Span::mixed_site()),
        }
    }
}

impl fmt::Debug for CratePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("CratePath")
            .field(&self.at(Span::call_site()).to_string())
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_is_absolute() {
        let library = CratePath::absolute("leak");
        assert_eq!(library.at(Span::call_site()).to_string(), ":: leak");
        assert_eq!(
            library.private(Span::call_site()).to_string(),
            ":: leak :: __private"
        );
        assert_eq!(library.private_here().to_string(), ":: leak :: __private");
        assert_eq!(format!("{library:?}"), r#"CratePath(":: leak")"#);
    }

    #[test]
    fn only_placed_tokens_move() {
        let tokens: TokenStream = "        other::leak  here".parse().expect("tokens");
        let here = crate::span::Extent::of(&tokens).end;
        let path: syn::Path = syn::parse_str("        other::leak").expect("a path");
        let library = CratePath::overridden(path);
        let column = |tokens: &TokenStream| crate::span::Extent::of(tokens).start.start().column;
        assert_eq!(column(&library.private(here)), 21);
        assert_eq!(column(&library.private_here()), 8);
    }

    #[test]
    fn an_override_is_taken_as_written() {
        for text in ["crate", "self::deps::leak", "::renamed", "r#mod::leak"] {
            let path: syn::Path = syn::parse_str(text).expect("a path");
            let expected = path.to_token_stream().to_string();
            let library = CratePath::overridden(path);
            assert_eq!(library.at(Span::call_site()).to_string(), expected);
            assert_eq!(
                library.private_here().to_string(),
                format!("{expected} :: __private")
            );
        }
    }
}
