//! Arguments of helper attributes and of attribute macros: `key = value`, `key(list)`.
//!
//! Every mistake is reported, at the token that is wrong, and the rest is still read.

mod common;
mod place;

pub use place::{named, refuse};

use crate::diag::{Diag, Report};
use crate::span::Extent;
use core::fmt::{self, Display};
use core::ops::RangeInclusive;
use proc_macro2::{Delimiter, Group, Ident, Punct, Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::{Attribute, LitInt, LitStr, Meta, Path, Type, WherePredicate};

/// What may stand in an attribute.
#[derive(Clone, Copy, Debug)]
pub struct Grammar {
    /// The attribute as messages name it, without arguments: `#[leak]`.
    pub attribute: &'static str,
    /// The macro that reads it: `#[derive(Leak)]`. The same as `attribute` for an attribute macro.
    pub reader: &'static str,
    /// The keys it knows.
    pub keys: &'static [Key],
}

/// One known key.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The key.
    pub name: &'static str,
    /// How it is used, as help texts show it: `crate = path`.
    pub usage: &'static str,
}

/// The arguments of one item's attribute: known keys only, each at most once.
#[derive(Debug, Default)]
pub struct Args {
    list: Vec<Arg>,
}

/// One argument.
#[derive(Debug)]
pub struct Arg {
    /// The key, where the user wrote it.
    pub key: Ident,
    usage: &'static str,
    value: Value,
}

#[derive(Debug)]
enum Value {
    /// `key`
    Missing(Span),
    /// `key = tokens`
    Assigned(TokenStream),
    /// `key(tokens)`
    List(Group),
}

impl Grammar {
    /// Reads the arguments of an attribute macro: what stands between its parentheses.
    pub fn macro_args(self, tokens: TokenStream, diag: &mut Diag) -> Args {
        let mut args = Args::default();
        self.read(tokens, &mut args, diag);
        args
    }

    /// Reads all helper attributes named `name` among `attrs`, as if they were one.
    pub fn helper_args(self, name: &str, attrs: &[Attribute], diag: &mut Diag) -> Args {
        let mut args = Args::default();
        for attr in named(attrs, name) {
            match &attr.meta {
                Meta::List(list) => self.read(list.tokens.clone(), &mut args, diag),
                Meta::Path(path) => {
                    diag.error(path, format_args!("{self} needs arguments"))
                        .help(self.usages());
                }
                Meta::NameValue(meta) => {
                    diag.error(
                        meta.eq_token.span,
                        format_args!("{self} takes its arguments in parentheses"),
                    )
                    .help(self.usages());
                }
            }
        }
        args
    }

    fn read(self, tokens: TokenStream, args: &mut Args, diag: &mut Diag) {
        for piece in split_at_commas(tokens) {
            let Some(arg) = self.argument(piece, diag) else {
                continue;
            };
            if args.list.iter().any(|earlier| earlier.key == arg.key) {
                diag.error(
                    arg.key.span(),
                    format_args!("`{}` is given more than once", arg.key),
                )
                .help("keep one of them");
            } else {
                args.list.push(arg);
            }
        }
    }

    /// `key`, `key = value` or `key(list)`, and nothing after it.
    fn argument(self, piece: Piece, diag: &mut Diag) -> Option<Arg> {
        let mut tokens = piece.tokens.into_iter().peekable();
        let key = match tokens.next() {
            Some(TokenTree::Ident(key)) => key,
            Some(other) => {
                self.help(diag.error(other.span(), "expected a key"));
                return None;
            }
            None => {
                let comma = piece.comma?;
                diag.error(comma.span(), "expected an argument before this `,`")
                    .help("remove the `,`");
                return None;
            }
        };
        let Some(known) = self.keys.iter().find(|known| key == known.name) else {
            self.help(diag.error(key.span(), format_args!("unknown key `{key}`")));
            return None;
        };
        let value = match tokens.next() {
            None => Value::Missing(key.span()),
            Some(TokenTree::Punct(eq)) if eq.as_char() == '=' => {
                if tokens.peek().is_none() {
                    Value::Missing(eq.span())
                } else {
                    Value::Assigned(tokens.by_ref().collect())
                }
            }
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis => {
                Value::List(group)
            }
            Some(other) => {
                diag.error(
                    other.span(),
                    format_args!("expected a value for `{key}`, or `,`"),
                )
                .help(format_args!("write `{}`", known.usage));
                return None;
            }
        };
        if let Some(rest) = tokens.next() {
            diag.error(rest.span(), "expected `,`")
                .help(format_args!("write `{}`", known.usage));
            return None;
        }
        Some(Arg {
            key,
            usage: known.usage,
            value,
        })
    }

    fn help(self, report: &mut Report) {
        report.help(self.usages());
    }

    /// "`#[derive(Leak)]` takes `bound = "…"` and `crate = path`"
    fn usages(self) -> String {
        let mut text = format!("`{}` takes ", self.reader);
        for (index, key) in self.keys.iter().enumerate() {
            if index > 0 {
                text.push_str(" and ");
            }
            text.push('`');
            text.push_str(key.usage);
            text.push('`');
        }
        text
    }
}

impl Display for Grammar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.attribute)
    }
}

impl Args {
    /// The argument with this key, if it was given.
    pub fn take(&mut self, key: &str) -> Option<Arg> {
        let index = self.list.iter().position(|arg| arg.key == key)?;
        Some(self.list.swap_remove(index))
    }
}

impl Arg {
    /// The value of `key = path` or `key = "path"`.
    pub fn path(self, diag: &mut Diag) -> Option<Path> {
        let help = self.write_usage();
        let tokens = self.assigned(diag)?;
        let path = match syn::parse2::<LitStr>(tokens.clone()) {
            Ok(text) => text.parse_with(Path::parse_mod_style),
            Err(_) => parse_all(Path::parse_mod_style, tokens.clone(), last(&tokens)),
        };
        diag.parsed(path, help)
    }

    /// Whether the key stands there, alone; a value is reported.
    pub fn flag(self, diag: &mut Diag) -> bool {
        let help = self.write_usage();
        let place = match &self.value {
            Value::Missing(_) => return true,
            Value::Assigned(tokens) => Extent::of(tokens),
            Value::List(group) => group.span_open().into(),
        };
        diag.error(place, format_args!("`{}` takes no value", self.key))
            .help(help);
        true
    }

    /// The value of `key = "T: Trait, …"` or `key(T: Trait, …)`.
    pub fn predicates(self, diag: &mut Diag) -> Option<Vec<WherePredicate>> {
        let help = self.write_usage();
        let parser = Punctuated::<WherePredicate, syn::Token![,]>::parse_terminated;
        let predicates = match self.value {
            Value::Assigned(tokens) => match syn::parse2::<LitStr>(tokens) {
                Ok(text) => diag.parsed(text.parse_with(parser), help)?,
                Err(error) => diag.parsed(Err(error), help)?,
            },
            Value::List(group) => {
                let list = parse_all(parser, group.stream(), group.span_close());
                diag.parsed(list, help)?
            }
            Value::Missing(span) => {
                diag.error(span, format_args!("`{}` has no value", self.key))
                    .help(help);
                return None;
            }
        };
        Some(predicates.into_iter().collect())
    }

    /// The value of `key = Type` or `key = "Type"`. Macros are refused in it: one that is expanded
    /// where the type is checked, and once more where it is used, could say something else there.
    pub fn type_without_macros(self, diag: &mut Diag) -> Option<Type> {
        let help = self.write_usage();
        let tokens = self.assigned(diag)?;
        let ty = match syn::parse2::<LitStr>(tokens.clone()) {
            Ok(text) => text.parse_with(<Type as Parse>::parse),
            Err(_) => parse_all(<Type as Parse>::parse, tokens.clone(), last(&tokens)),
        };
        let ty = diag.parsed(ty, help)?;
        if let Some(bang) = find_bang(ty.to_token_stream()) {
            diag.error(bang, "a macro can't stand in this type")
                .help("write the type that the macro stands for");
            return None;
        }
        Some(ty)
    }

    /// The value of `key = 1`.
    pub fn number(self, within: RangeInclusive<usize>, diag: &mut Diag) -> Option<usize> {
        let help = self.write_usage();
        let tokens = self.assigned(diag)?;
        let number = diag.parsed(syn::parse2::<LitInt>(tokens), &help)?;
        match number.base10_parse() {
            Ok(value) if within.contains(&value) => Some(value),
            _ => {
                diag.error(
                    &number,
                    format_args!(
                        "expected a number from {} to {}",
                        within.start(),
                        within.end()
                    ),
                )
                .help(help);
                None
            }
        }
    }

    /// What stands after the `=`.
    fn assigned(self, diag: &mut Diag) -> Option<TokenStream> {
        let help = self.write_usage();
        match self.value {
            Value::Assigned(tokens) => Some(tokens),
            Value::List(group) => {
                diag.error(
                    group.span_open(),
                    format_args!("expected `=` after `{}`", self.key),
                )
                .help(help);
                None
            }
            Value::Missing(span) => {
                diag.error(span, format_args!("`{}` has no value", self.key))
                    .help(help);
                None
            }
        }
    }

    fn write_usage(&self) -> String {
        format!("write `{}`", self.usage)
    }
}

/// Parses `tokens`. If they end too early, the error is at `end`, not at the whole attribute.
fn parse_all<T>(
    parser: fn(ParseStream<'_>) -> syn::Result<T>,
    tokens: TokenStream,
    end: Span,
) -> syn::Result<T> {
    let mut group = Group::new(Delimiter::Parenthesis, tokens);
    group.set_span(end);
    let inside = |input: ParseStream<'_>| {
        let content;
        syn::parenthesized!(content in input);
        let parsed = parser(&content)?;
        if content.is_empty() {
            Ok(parsed)
        } else {
            Err(content.error("unexpected token"))
        }
    };
    inside.parse2(TokenTree::from(group).into())
}

fn last(tokens: &TokenStream) -> Span {
    Extent::of(tokens).end
}

/// The `!` of a macro call, at any depth.
fn find_bang(tokens: TokenStream) -> Option<Span> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Punct(punct) if punct.as_char() == '!' => Some(punct.span()),
        TokenTree::Group(group) => find_bang(group.stream()),
        _ => None,
    })
}

/// What stands before a comma, or at the end.
struct Piece {
    tokens: Vec<TokenTree>,
    comma: Option<Punct>,
}

fn split_at_commas(tokens: TokenStream) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut current = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == ',' => pieces.push(Piece {
                tokens: core::mem::take(&mut current),
                comma: Some(punct),
            }),
            other => current.push(other),
        }
    }
    if !current.is_empty() {
        pieces.push(Piece {
            tokens: current,
            comma: None,
        });
    }
    pieces
}

#[cfg(test)]
mod tests;
