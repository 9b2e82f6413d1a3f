//! Where generated code finds its library.

use crate::span;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote_spanned};

/// The path of the library: `::leak` unless the user wrote `crate = path`.
#[derive(Clone, Debug)]
pub struct CratePath {
    path: syn::Path,
}

impl CratePath {
    /// `::name`, the crate of that name in the extern prelude.
    #[must_use]
    pub fn absolute(name: &str) -> Self {
        let span = Span::mixed_site();
        Self {
            path: syn::Path {
                leading_colon: Some(syn::Token![::](span)),
                segments: [syn::PathSegment::from(Ident::new(name, span))]
                    .into_iter()
                    .collect(),
            },
        }
    }

    /// The path as the user wrote it.
    #[must_use]
    pub fn overridden(path: syn::Path) -> Self {
        Self { path }
    }

    /// The path, placed at `user`; the tokens of an overriding path keep their own hygiene.
    #[must_use]
    pub fn at(&self, user: Span) -> TokenStream {
        span::relocate(self.path.to_token_stream(), user)
    }

    /// `path::__private`, placed at `user`.
    #[must_use]
    pub fn private(&self, user: Span) -> TokenStream {
        let path = self.at(user);
        let span = span::at(user);
        quote_spanned!(span=> #path::__private)
    }

    /// The path as syntax.
    #[must_use]
    pub fn path(&self) -> &syn::Path {
        &self.path
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
    }

    #[test]
    fn an_override_is_taken_as_written() {
        for text in ["crate", "self::deps::leak", "::renamed", "r#mod::leak"] {
            let path: syn::Path = syn::parse_str(text).expect("a path");
            let expected = path.to_token_stream().to_string();
            let library = CratePath::overridden(path);
            assert_eq!(library.at(Span::call_site()).to_string(), expected);
        }
    }
}
