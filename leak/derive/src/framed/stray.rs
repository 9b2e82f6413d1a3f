//! `frame!` where it can't be rewritten: replaced by an error that says why.

use ownership_macro_support::crate_path::CratePath;
use ownership_macro_support::diag::Report;
use ownership_macro_support::span::{self, Extent};
use ownership_macro_support::text;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Attribute, Path};

/// Recognizes calls of `frame!` by their path.
pub(super) struct Calls {
    paths: Vec<String>,
}

impl Calls {
    /// `frame`, `leak::frame`, `::leak::frame`, and what `crate = path` leads to.
    pub(super) fn new(library: &CratePath) -> Self {
        let library = library.at(Span::call_site());
        let paths = [
            quote!(frame),
            quote!(leak::frame),
            quote!(::leak::frame),
            quote!(#library::frame),
        ];
        Self {
            paths: paths.iter().map(text::of_path).collect(),
        }
    }

    pub(super) fn is_frame(&self, path: &impl ToTokens) -> bool {
        self.paths.contains(&text::of_path(path))
    }

    pub(super) fn occurs_in(&self, tokens: &TokenStream) -> bool {
        let tokens: Vec<_> = tokens.clone().into_iter().collect();
        (0..tokens.len()).any(|index| {
            self.call_at(&tokens, index).is_some()
                || matches!(&tokens[index], TokenTree::Group(group) if self.occurs_in(&group.stream()))
        })
    }

    /// The number of tokens of the call `path::frame!(…)` that starts at `index`.
    fn call_at(&self, tokens: &[TokenTree], index: usize) -> Option<usize> {
        let starts_path = |token: &TokenTree| match token {
            TokenTree::Ident(_) => true,
            TokenTree::Punct(punct) => punct.as_char() == ':',
            _ => false,
        };
        // The start of a path, not its middle.
        if index > 0 && is_punct(&tokens[index - 1], ':') {
            return None;
        }
        let path = tokens[index..]
            .iter()
            .take_while(|token| starts_path(token))
            .count();
        let [bang, TokenTree::Group(_), ..] = &tokens[index + path..] else {
            return None;
        };
        let named: TokenStream = tokens[index..index + path].iter().cloned().collect();
        (path > 0 && is_punct(bang, '!') && self.is_frame(&named)).then_some(path + 2)
    }
}

/// Why a `frame!` isn't rewritten.
pub(super) enum Why {
    Async,
    Closure,
    Const,
    Expression,
    Gen,
    Item,
    MacroRules,
    Unknown,
    Attribute(String),
    Macro(String),
}

impl Why {
    pub(super) fn attribute(attr: &Attribute) -> Self {
        Self::Attribute(text::of_path(attr.path()))
    }

    pub(super) fn macro_arguments(path: &Path) -> Self {
        Self::Macro(text::of_path(path))
    }

    pub(super) fn report(&self, place: &impl ToTokens) -> Report {
        let (message, help): (String, &str) = match self {
            Self::Async => (
                "`frame!` in an `async` block: the block's variables can be forgotten between \
                 two polls"
                    .into(),
                "hold the guards in a `leak::PinScope`",
            ),
            Self::Closure => (
                "`frame!` in a closure, which is a function of its own".into(),
                "declare the frame outside of the closure, or call a `#[framed]` function in it",
            ),
            Self::Const => (
                "`frame!` in a constant: a frame needs the stack of a running program".into(),
                "declare the frame outside of the constant",
            ),
            Self::Expression => (
                "`frame!` is a statement, not a value".into(),
                "write `frame!(s);` on its own, and then use `s`",
            ),
            Self::Gen => (
                "`frame!` after the word `gen`, which may start a generator".into(),
                "if `gen` is a variable, give it another name",
            ),
            Self::Item => (
                "`frame!` in a nested item".into(),
                "put `#[framed]` on the nested function",
            ),
            Self::MacroRules => (
                "`frame!` in a `macro_rules!` macro, which is expanded after `#[framed]`".into(),
                "write `frame!(s);` in the function itself",
            ),
            Self::Unknown => (
                "`frame!` in syntax that `#[framed]` doesn't look into".into(),
                "declare the frame in a plain block",
            ),
            Self::Attribute(name) => (
                format!("`frame!` below `#[{name}]`, which could be a macro that moves it"),
                "remove the attribute, or declare the frame outside of what carries it",
            ),
            Self::Macro(name) => (
                format!("`frame!` in the arguments of `{name}!`, which could move it"),
                "declare the frame before the macro call",
            ),
        };
        Report::new(place, message).with_help(help)
    }
}

/// `tokens` with an error in place of each call of `frame!`.
///
/// As it is left in place, an error comes up if, and only if, the code around it is compiled. If
/// it isn't, as below a `#[cfg]`, nothing was wrong.
pub(super) fn replace(
    tokens: TokenStream,
    calls: &Calls,
    why: &Why,
    library: &CratePath,
) -> TokenStream {
    replace_with(tokens, calls, &|call| {
        why.report(call).compile_error(library)
    })
}

/// The same, with any expression of the compiler's error type.
pub(super) fn replace_with(
    tokens: TokenStream,
    calls: &Calls,
    error: &dyn Fn(&TokenStream) -> TokenStream,
) -> TokenStream {
    // A nested function may be framed itself, then its frames are its own business.
    if !calls.occurs_in(&tokens) || mentions(&tokens, "framed") {
        return tokens;
    }
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut output = TokenStream::new();
    let mut index = 0;
    while index < tokens.len() {
        if let Some(length) = calls.call_at(&tokens, index) {
            let (call, rest) = tokens[index..].split_at(length);
            let error = error(&call.iter().cloned().collect());
            let is_statement = starts_statement(&tokens[..index])
                && rest.first().is_some_and(|next| is_punct(next, ';'));
            output.extend(match scope(call) {
                Some(scope) if is_statement => {
                    let place = span::at(Extent::of(&scope).start);
                    quote_spanned!(place=> let #scope = #error)
                }
                _ => error,
            });
            index += length;
            continue;
        }
        match &tokens[index] {
            TokenTree::Group(group) => {
                let inner = replace_with(group.stream(), calls, error);
                let mut replaced = Group::new(group.delimiter(), inner);
                replaced.set_span(group.span());
                output.extend([TokenTree::from(replaced)]);
            }
            other => output.extend([other.clone()]),
        }
        index += 1;
    }
    output
}

/// Whether a statement can start after these tokens.
fn starts_statement(before: &[TokenTree]) -> bool {
    match before.last() {
        None => true,
        Some(TokenTree::Punct(punct)) => punct.as_char() == ';',
        Some(TokenTree::Group(group)) => match group.delimiter() {
            Delimiter::Brace => true,
            // An attribute.
            Delimiter::Bracket => before
                .len()
                .checked_sub(2)
                .is_some_and(|hash| is_punct(&before[hash], '#')),
            _ => false,
        },
        Some(_) => false,
    }
}

/// The name in `frame!(name)`, or in a `macro_rules!` macro its placeholder: `frame!($name)`.
fn scope(call: &[TokenTree]) -> Option<TokenStream> {
    let Some(TokenTree::Group(group)) = call.last() else {
        return None;
    };
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    let name = match &tokens[..] {
        [dollar, name] if is_punct(dollar, '$') => name,
        [name] => name,
        _ => return None,
    };
    syn::parse2::<Ident>(name.clone().into()).ok()?;
    Some(group.stream())
}

fn is_punct(token: &TokenTree, character: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == character)
}

/// Whether the identifier `name` occurs anywhere in `syntax`.
pub(super) fn mentions(syntax: &impl ToTokens, name: &str) -> bool {
    syntax
        .to_token_stream()
        .into_iter()
        .any(|token| match token {
            TokenTree::Ident(ident) => ident == name,
            TokenTree::Group(group) => mentions(&group.stream(), name),
            _ => false,
        })
}
