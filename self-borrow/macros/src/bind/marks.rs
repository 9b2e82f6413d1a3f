//! Marks in the types of fields: `!'a` and `!'a mut`.

use super::near;
use core::iter::Peekable;
use ownership_macro_support::diag::Diag;
use proc_macro2::{Delimiter, Group, Ident, Punct, TokenStream, TokenTree};
use quote::{ToTokens as _, quote_spanned};
use syn::Lifetime;

/// A field, with `#[lend]` in place of its mark.
pub(super) struct Marked {
    pub(super) tokens: TokenStream,
    /// The first one says how it is lent.
    pub(super) marks: Vec<Mark>,
}

#[derive(Clone)]
pub(super) struct Mark {
    bang: Punct,
    pub(super) lifetime: Lifetime,
    mutable: Option<Ident>,
    /// It stands before the whole type.
    inline: bool,
}

type Tokens = Peekable<proc_macro2::token_stream::IntoIter>;

/// Types without parameters, whose place is marked in parentheses that they don't have: `String<!'a str>`.
const PLAIN: [&str; 6] = [
    "String", "CString", "OsString", "PathBuf", "Bytes", "BytesMut",
];

/// The fields between braces or parentheses.
pub(super) fn fields(tokens: TokenStream, delimiter: Delimiter, diag: &mut Diag) -> Vec<Marked> {
    let mut fields = Vec::new();
    for tokens in split(bare_lifetimes(tokens)) {
        if delimiter == Delimiter::Brace && !has_type(&tokens) {
            diag.error(&tokens, "expected a name, `:` and a type")
                .help("write `owner: Box<!'a T>` or `dependent: &'a T`");
        } else {
            fields.push(field(tokens, delimiter, diag));
        }
    }
    fields
}

/// A lifetime that a `macro_rules!` macro was given comes in a group of its own.
fn bare_lifetimes(tokens: TokenStream) -> TokenStream {
    let bare = |token| {
        let TokenTree::Group(group) = token else {
            return TokenStream::from(token);
        };
        let inside = bare_lifetimes(group.stream());
        let mut first = inside.clone().into_iter();
        if group.delimiter() == Delimiter::None && is_punct(first.next().as_ref(), '\'') {
            return inside;
        }
        let mut new = Group::new(group.delimiter(), inside);
        new.set_span(group.span());
        TokenTree::Group(new).into()
    };
    tokens.into_iter().flat_map(bare).collect()
}

/// At commas outside of `<…>`.
fn split(tokens: TokenStream) -> Vec<TokenStream> {
    let mut all = Vec::new();
    let mut current = TokenStream::new();
    let mut depth = 0_usize;
    let mut arrow = false;
    for token in tokens {
        if let TokenTree::Punct(punct) = &token {
            match punct.as_char() {
                '<' => depth += 1,
                '>' if !arrow => depth = depth.saturating_sub(1),
                ',' if depth == 0 => {
                    all.push(core::mem::take(&mut current));
                    continue;
                }
                _ => {}
            }
            arrow = matches!(punct.as_char(), '-' | '=');
        } else {
            arrow = false;
        }
        current.extend([token]);
    }
    if !current.is_empty() {
        all.push(current);
    }
    all
}

fn field(tokens: TokenStream, delimiter: Delimiter, diag: &mut Diag) -> Marked {
    let (before, ty) = before_type(tokens, delimiter);
    let mut marks = Vec::new();
    let ty = unmarked(ty, true, &mut marks);
    for other in marks.iter().skip(1) {
        let first = &marks[0];
        if other.lifetime.ident != first.lifetime.ident {
            diag.error(&other.lifetime, "an owner is lent under one lifetime")
                .help(format_args!("write `{}`", first.lifetime));
        } else if other.mutable.is_some() != first.mutable.is_some() {
            diag.error(&other.lifetime, "an owner is lent either shared or mutably")
                .help(
                    "write `mut` in all marks of the field, or in none; or make two fields of it",
                );
        }
    }
    let lend = marks.first().map(|mark| {
        let inline = mark
            .inline
            .then(|| Ident::new("inline", near(mark.bang.span())));
        let (mutable, lifetime) = (&mark.mutable, &mark.lifetime);
        quote_spanned!(near(mark.bang.span())=> #[lend(#inline #mutable #lifetime)])
    });
    Marked {
        tokens: generated!(#lend #before #ty),
        marks,
    }
}

fn has_type(tokens: &TokenStream) -> bool {
    let colon =
        |token: TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ':');
    tokens.clone().into_iter().any(colon)
}

/// Attributes, visibility and name; and the type.
fn before_type(tokens: TokenStream, delimiter: Delimiter) -> (TokenStream, TokenStream) {
    let mut tokens: Tokens = tokens.into_iter().peekable();
    let mut before = TokenStream::new();
    if delimiter == Delimiter::Parenthesis {
        while is_punct(tokens.peek(), '#') {
            before.extend(tokens.by_ref().take(2));
        }
        let is_pub = matches!(tokens.peek(), Some(TokenTree::Ident(ident)) if *ident == "pub");
        if is_pub {
            before.extend(tokens.by_ref().take(1));
            if let Some(TokenTree::Group(group)) = tokens.peek()
                && is_restriction(group)
            {
                before.extend(tokens.by_ref().take(1));
            }
        }
        return (before, tokens.collect());
    }
    for token in tokens.by_ref() {
        let colon = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ':');
        before.extend([token]);
        if colon {
            break;
        }
    }
    (before, tokens.collect())
}

/// `(crate)`, `(super)`, `(in path)`.
fn is_restriction(group: &Group) -> bool {
    let first = group.stream().into_iter().next();
    group.delimiter() == Delimiter::Parenthesis
        && matches!(first, Some(TokenTree::Ident(ident))
            if ["crate", "super", "self", "in"].iter().any(|word| ident == word))
}

fn is_punct(token: Option<&TokenTree>, char: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == char)
}

/// The tokens without marks, which are put into `marks`.
fn unmarked(tokens: TokenStream, mut first: bool, marks: &mut Vec<Mark>) -> TokenStream {
    let mut out = TokenStream::new();
    let mut tokens: Tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(bang) if bang.as_char() == '!' && is_punct(tokens.peek(), '\'') => {
                if let Some(mark) = mark(bang, first, &mut tokens) {
                    marks.push(mark);
                }
            }
            TokenTree::Ident(ident) if PLAIN.iter().any(|plain| ident == plain) => {
                ident.to_tokens(&mut out);
                place(&mut tokens, marks);
            }
            TokenTree::Group(group) => {
                let invisible = group.delimiter() == Delimiter::None;
                let stream = unmarked(group.stream(), first && invisible, marks);
                let mut new = Group::new(group.delimiter(), stream);
                new.set_span(group.span());
                out.extend([TokenTree::Group(new)]);
            }
            other => out.extend([other]),
        }
        first = false;
    }
    out
}

/// `'a` or `'a mut`, after a `!`.
fn mark(bang: Punct, inline: bool, tokens: &mut Tokens) -> Option<Mark> {
    let Some(TokenTree::Punct(apostrophe)) = tokens.next() else {
        return None;
    };
    let Some(TokenTree::Ident(ident)) = tokens.next() else {
        return None;
    };
    let mutable = match tokens.peek() {
        Some(TokenTree::Ident(word)) if *word == "mut" => Some(word.clone()),
        _ => None,
    };
    if mutable.is_some() {
        tokens.next();
    }
    Some(Mark {
        bang,
        lifetime: Lifetime {
            apostrophe: apostrophe.span(),
            ident,
        },
        mutable,
        inline,
    })
}

/// `<!'a str>` behind a type that has no parameters: only the mark is of interest.
fn place(tokens: &mut Tokens, marks: &mut Vec<Mark>) {
    let mut ahead = tokens.clone();
    let opens = is_punct(ahead.next().as_ref(), '<');
    if !opens || !is_punct(ahead.next().as_ref(), '!') {
        return;
    }
    let mut inside = TokenStream::new();
    tokens.next();
    let mut depth = 1_usize;
    for token in tokens.by_ref() {
        if let TokenTree::Punct(punct) = &token {
            match punct.as_char() {
                '<' => depth += 1,
                '>' => depth -= 1,
                _ => {}
            }
        }
        if depth == 0 {
            break;
        }
        inside.extend([token]);
    }
    // What it dereferences to, for the reader.
    drop(unmarked(inside, false, marks));
}
