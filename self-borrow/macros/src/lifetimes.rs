//! Lifetimes in tokens.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::HashSet;
use syn::Lifetime;
use syn::ext::IdentExt as _;

/// All lifetimes in `tokens`, in order, without those that a `for<…>` in them declares.
///
/// Of tokens and not of a syntax tree, so that those in a macro call (`tokens!['a]`) are among them.
pub(crate) fn in_tokens(tokens: &impl ToTokens) -> Vec<Lifetime> {
    let mut walk = Walk::default();
    walk.tokens(tokens.to_token_stream());
    let Walk { found, declared } = walk;
    found
        .into_iter()
        .filter(|lifetime| !declared.contains(&name(lifetime)))
        .collect()
}

/// The name, without `'`; raw or not.
pub(crate) fn name(lifetime: &Lifetime) -> String {
    lifetime.ident.unraw().to_string()
}

/// `tokens` with other lifetimes, where `by` says so. A lifetime that is put in is where that which it replaces was.
pub(crate) fn replaced(tokens: &impl ToTokens, by: &[(String, Lifetime)]) -> TokenStream {
    replace(tokens.to_token_stream(), by)
}

#[derive(Default)]
struct Walk {
    found: Vec<Lifetime>,
    declared: HashSet<String>,
}

impl Walk {
    fn tokens(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        let mut after_for = false;
        let mut declaring = false;
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == '\'' => {
                    if let Some(TokenTree::Ident(ident)) = tokens.peek() {
                        let lifetime = lifetime(punct.span(), ident.clone());
                        if declaring {
                            self.declared.insert(name(&lifetime));
                        }
                        self.found.push(lifetime);
                        tokens.next();
                    }
                    after_for = false;
                }
                TokenTree::Punct(punct) => {
                    declaring = match punct.as_char() {
                        '<' if after_for => true,
                        '>' => false,
                        _ => declaring,
                    };
                    after_for = false;
                }
                TokenTree::Ident(ident) => after_for = ident == "for",
                TokenTree::Group(group) => {
                    self.tokens(group.stream());
                    after_for = false;
                }
                TokenTree::Literal(_) => after_for = false,
            }
        }
    }
}

fn replace(tokens: TokenStream, by: &[(String, Lifetime)]) -> TokenStream {
    let mut tokens = tokens.into_iter().peekable();
    let mut out = TokenStream::new();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '\'' => {
                let Some(TokenTree::Ident(ident)) = tokens.peek() else {
                    out.extend([TokenTree::Punct(punct)]);
                    continue;
                };
                let old = lifetime(punct.span(), ident.clone());
                tokens.next();
                let old_name = name(&old);
                match by.iter().find(|(name, _)| *name == old_name) {
                    Some((_, new)) => {
                        let mut new = new.clone();
                        new.set_span(new.span().located_at(old.span()));
                        new.to_tokens(&mut out);
                    }
                    None => old.to_tokens(&mut out),
                }
            }
            TokenTree::Group(group) => {
                let mut new = Group::new(group.delimiter(), replace(group.stream(), by));
                new.set_span(group.span());
                out.extend([TokenTree::Group(new)]);
            }
            other => out.extend([other]),
        }
    }
    out
}

fn lifetime(apostrophe: proc_macro2::Span, ident: Ident) -> Lifetime {
    Lifetime { apostrophe, ident }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        let tokens: TokenStream = text.parse().expect("tokens");
        in_tokens(&tokens).iter().map(name).collect()
    }

    #[test]
    fn lifetimes_are_found_wherever_they_stand() {
        assert_eq!(names("Ast<'a, Vec<&'b mut str>>"), ["a", "b"]);
        assert_eq!(names("tokens!['a, { 'b }]"), ["a", "b"]);
        assert_eq!(names("Box<dyn Tr<'static> + '_>"), ["static", "_"]);
        assert_eq!(names("[u8; { b'a' as usize }]"), [""; 0]);
        assert_eq!(names("&'r#type str"), ["type"]);
    }

    #[test]
    fn what_the_type_itself_declares_is_not_found() {
        assert_eq!(names("for<'x> fn(&'x &'a str) -> &'x u8"), ["a"]);
        assert_eq!(names("Box<dyn for<'x, 'y> Fn(&'x &'y &'a str)>"), ["a"]);
        assert_eq!(names("<T as For<'a>>::Of"), ["a"]);
    }

    #[test]
    fn lifetimes_are_replaced_wherever_they_stand() {
        let tokens: TokenStream = "Ast<'a, m!(&'b str), 'c>".parse().expect("tokens");
        let to = |name: &str| Lifetime::new(name, proc_macro2::Span::call_site());
        let by = [("a".to_owned(), to("'x")), ("b".to_owned(), to("'x"))];
        let expected: TokenStream = "Ast<'x, m!(&'x str), 'c>".parse().expect("tokens");
        assert_eq!(replaced(&tokens, &by).to_string(), expected.to_string());
    }
}
