//! Operations on bare tokens.

use proc_macro::{Delimiter, Group, Spacing, Span, TokenStream, TokenTree};

pub(crate) fn is_ident(token: &TokenTree, word: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident.to_string() == word)
}

pub(crate) fn is_punct(token: &TokenTree, char: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == char)
}

fn is_group(token: &TokenTree, delimiter: Delimiter) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == delimiter)
}

/// Replaces the last group in braces, if there is one, by what `f` makes of its content.
pub(crate) fn map_last_braces(
    item: TokenStream,
    f: impl FnOnce(TokenStream) -> TokenStream,
) -> TokenStream {
    let mut tokens: Vec<_> = item.into_iter().collect();
    if let Some(TokenTree::Group(group)) = tokens
        .iter_mut()
        .rfind(|token| is_group(token, Delimiter::Brace))
    {
        let mut mapped = Group::new(Delimiter::Brace, f(group.stream()));
        mapped.set_span(group.span());
        *group = mapped;
    }
    tokens.into_iter().collect()
}

/// Splits at the commas that are in no group and in no `<…>`.
pub(crate) fn split_at_commas(tokens: TokenStream) -> Vec<TokenStream> {
    let mut parts = vec![TokenStream::new()];
    let mut depth = 0_usize;
    // The `>` of `->` closes nothing.
    let mut joint_minus = false;
    for token in tokens {
        if is_punct(&token, '<') {
            depth += 1;
        } else if is_punct(&token, '>') && !joint_minus {
            depth = depth.saturating_sub(1);
        }
        joint_minus = matches!(&token, TokenTree::Punct(punct)
            if punct.as_char() == '-' && punct.spacing() == Spacing::Joint);
        if depth == 0 && is_punct(&token, ',') {
            parts.push(TokenStream::new());
        } else {
            parts.last_mut().expect("never empty").extend([token]);
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Drops every `#[…]`, inside of groups too.
pub(crate) fn without_attributes(tokens: TokenStream) -> TokenStream {
    let mut kept = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let attribute = is_punct(&token, '#')
            && tokens
                .next_if(|next| is_group(next, Delimiter::Bracket))
                .is_some();
        if !attribute {
            kept.extend([map_group(token, without_attributes)]);
        }
    }
    kept
}

/// Gives every token another span.
pub(crate) fn respan(tokens: TokenStream, span: Span) -> TokenStream {
    let respanned = tokens.into_iter().map(|token| {
        let mut token = map_group(token, |content| respan(content, span));
        token.set_span(span);
        token
    });
    respanned.collect()
}

fn map_group(token: TokenTree, f: impl FnOnce(TokenStream) -> TokenStream) -> TokenTree {
    match token {
        TokenTree::Group(group) => {
            let mut mapped = Group::new(group.delimiter(), f(group.stream()));
            mapped.set_span(group.span());
            mapped.into()
        }
        other => other,
    }
}

/// Parses a template with `$body` in it. Only for templates that are in this crate.
pub(crate) fn fill(template: &str, body: &TokenStream) -> TokenStream {
    fn replace(tokens: TokenStream, body: &TokenStream) -> TokenStream {
        let mut filled = TokenStream::new();
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            if is_punct(&token, '$') && tokens.next_if(|next| is_ident(next, "body")).is_some() {
                filled.extend(body.clone());
            } else {
                filled.extend([map_group(token, |content| replace(content, body))]);
            }
        }
        filled
    }
    replace(template.parse().expect("a template is Rust"), body)
}
