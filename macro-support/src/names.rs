//! Names of what is generated.

use crate::{generics, span};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::HashSet;
use syn::ext::IdentExt as _;
use syn::{GenericParam, Generics, Lifetime};

/// Names that mean nothing yet in an item: for generic parameters, which would shadow what the user's
/// tokens mean.
#[derive(Debug)]
pub struct Fresh {
    taken: HashSet<String>,
    count: usize,
}

impl Fresh {
    /// All identifiers in `item` are taken, wherever they stand.
    #[must_use]
    pub fn beside(item: &impl ToTokens) -> Self {
        let mut taken = HashSet::new();
        collect(item.to_token_stream(), &mut taken);
        Self { taken, count: 0 }
    }

    /// `wish`, with as many `_` behind it as it takes. For a type, as the lint `non_camel_case_types` is
    /// quiet about generated names.
    pub fn ident(&mut self, wish: &str) -> Ident {
        let mut name = wish.to_owned();
        while !self.taken.insert(name.clone()) {
            name.push('_');
        }
        Ident::new(&name, Span::mixed_site())
    }

    /// 0, 1, 2, …
    pub fn count(&mut self) -> usize {
        self.count += 1;
        self.count - 1
    }

    /// As [`ident`](Self::ident), for a lifetime.
    pub fn lifetime(&mut self, wish: &str) -> Lifetime {
        let ident = self.ident(wish);
        Lifetime::new(&format!("'{ident}"), ident.span())
    }
}

/// The parameters as an `impl` declares them, and as generated code: lints that are about their names
/// speak to the user once.
#[must_use]
pub fn parameters(generics: &Generics) -> Generics {
    let mut generics = generics::for_impl(generics);
    for param in &mut generics.params {
        match param {
            GenericParam::Lifetime(_) => {}
            GenericParam::Type(param) => param.ident.set_span(span::at(param.ident.span())),
            GenericParam::Const(param) => param.ident.set_span(span::at(param.ident.span())),
        }
    }
    generics
}

fn collect(tokens: TokenStream, taken: &mut HashSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                taken.insert(ident.unraw().to_string());
            }
            TokenTree::Group(group) => collect(group.stream(), taken),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// `page_count` → `PageCount`, `0` → `0`
#[must_use]
pub fn camel_case(name: &str) -> String {
    name.split('_')
        .flat_map(|word| {
            let mut chars = word.chars();
            let first = chars.next();
            let first = first.into_iter().flat_map(char::to_uppercase);
            first.chain(chars).collect::<Vec<_>>()
        })
        .collect()
}

/// `before` + the name + `after`, where `name` stands: errors about it point there.
#[must_use]
pub fn derived(before: &str, name: &Ident, after: &str) -> Ident {
    let text = format!("{before}{}{after}", name.unraw());
    Ident::new(&text, span::at(name.span()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use quote::quote;

    #[test]
    fn fresh_names_avoid_all_others() {
        let mut fresh = Fresh::beside(&quote!(struct S<'own, X>(m!({ Y }), r#fn)));
        assert_eq!(fresh.ident("X").to_string(), "X_");
        assert_eq!(fresh.ident("X").to_string(), "X__");
        assert_eq!(fresh.ident("Y").to_string(), "Y_");
        assert_eq!(fresh.ident("Z").to_string(), "Z");
        assert_eq!(fresh.lifetime("own").to_string(), "'own_");
    }

    #[test]
    fn names_of_fields_become_names_of_types() {
        for (field, camel) in [
            ("page", "Page"),
            ("page_count", "PageCount"),
            ("_hidden", "Hidden"),
            ("a__b", "AB"),
            ("0", "0"),
            ("état", "État"),
        ] {
            assert_eq!(camel_case(field), camel, "{field}");
        }
    }
}
