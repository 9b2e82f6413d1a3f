//! Where generated tokens claim to be.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

/// The place of `user`, with the hygiene of macro-generated code.
///
/// An error about the token points at what the user wrote. Lints that only concern hand-written
/// code (`unsafe_code`, `dead_code`, `clippy::*`) don't fire, and a local variable of this span
/// can't be named by the user.
#[must_use]
pub fn at(user: Span) -> Span {
    Span::mixed_site().located_at(user)
}

/// The first and the last token of something the user wrote.
///
/// Stable Rust can't join spans. But an expression whose first and last tokens have these spans
/// covers all that is in between, and that is what the compiler underlines.
#[derive(Clone, Copy, Debug)]
pub struct Extent {
    /// The span of the first token.
    pub start: Span,
    /// The span of the last token.
    pub end: Span,
}

impl Extent {
    /// The extent of `tokens`; the macro call itself if there are none.
    #[must_use]
    pub fn of(tokens: &impl ToTokens) -> Self {
        let mut spans = tokens
            .to_token_stream()
            .into_iter()
            .map(|token| token.span());
        match spans.next() {
            Some(start) => Self {
                start,
                end: spans.last().unwrap_or(start),
            },
            None => Span::call_site().into(),
        }
    }

    /// The same place, with the hygiene of macro-generated code.
    #[must_use]
    pub fn generated(self) -> Self {
        Self {
            start: at(self.start),
            end: at(self.end),
        }
    }
}

impl From<Span> for Extent {
    fn from(span: Span) -> Self {
        Self {
            start: span,
            end: span,
        }
    }
}

/// What an error can point at: a span, or a reference to anything that has tokens.
pub trait Place {
    /// The tokens that the error is about.
    fn extent(self) -> Extent;
}

impl Place for Span {
    fn extent(self) -> Extent {
        self.into()
    }
}

impl Place for Extent {
    fn extent(self) -> Extent {
        self
    }
}

impl<T: ToTokens> Place for &T {
    fn extent(self) -> Extent {
        Extent::of(self)
    }
}

/// `tokens`, moved to the place of `user`; every token keeps its own hygiene.
#[must_use]
pub fn relocate(tokens: TokenStream, user: Span) -> TokenStream {
    tokens
        .into_iter()
        .map(|mut token| {
            if let proc_macro2::TokenTree::Group(group) = &token {
                let span = group.span();
                let mut moved =
                    proc_macro2::Group::new(group.delimiter(), relocate(group.stream(), user));
                moved.set_span(span);
                token = moved.into();
            }
            token.set_span(token.span().located_at(user));
            token
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use quote::quote;

    /// Outside of a compiler, spans have positions only when their tokens were parsed from text.
    fn parsed(text: &str) -> TokenStream {
        text.parse().expect("test input is Rust")
    }

    fn columns(tokens: TokenStream, out: &mut Vec<usize>) {
        for token in tokens {
            out.push(token.span().start().column);
            if let proc_macro2::TokenTree::Group(group) = token {
                columns(group.stream(), out);
            }
        }
    }

    #[test]
    fn an_extent_covers_first_to_last_token() {
        let extent = Extent::of(&parsed("Vec<Guard<'a>>"));
        assert_eq!(extent.start.start().column, 0);
        assert_eq!(extent.end.end().column, 14);
    }

    #[test]
    fn the_extent_of_nothing_is_the_call_site() {
        let extent = Extent::of(&quote!());
        assert_eq!(
            format!("{:?}", extent.start),
            format!("{:?}", Span::call_site())
        );
    }

    #[test]
    fn relocating_moves_every_token_and_changes_none() {
        let target = parsed("          here");
        let span = Extent::of(&target).start;
        let moved = relocate(parsed("a::b(c, [d])"), span);
        assert_eq!(moved.to_string(), parsed("a::b(c, [d])").to_string());

        let mut found = Vec::new();
        columns(moved, &mut found);
        assert_eq!(found, vec![10; found.len()]);
        assert_eq!(found.len(), 9);
    }
}
