//! The arguments that users write.

use ownership_macro_support::attr::{Grammar, Key};
use ownership_macro_support::crate_path::CratePath;
use ownership_macro_support::diag::Diag;
use proc_macro2::{Span, TokenStream};
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, Lifetime, Meta, Token};

const GRAMMAR: Grammar = Grammar {
    attribute: "#[self_borrow]",
    reader: "#[self_borrow]",
    keys: &[
        Key {
            name: "prefix",
            usage: "prefix = Name",
        },
        Key::CRATE,
    ],
};

/// How lends are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Notation {
    /// `#[lend('a)] owner: Box<T>`
    Attribute,
    /// `owner: Box<!'a T>`
    Bind {
        /// What is marked is what stands after `bind`.
        names_fit: bool,
    },
}

/// `#[self_borrow(…)]`
pub(crate) struct Args {
    pub(crate) notation: Notation,
    pub(crate) library: CratePath,
    /// What the names of generated types begin with, in place of the struct's name.
    pub(crate) prefix: Option<Ident>,
}

impl Args {
    pub(crate) fn read(tokens: TokenStream, notation: Notation, diag: &mut Diag) -> Self {
        let mut args = GRAMMAR.macro_args(tokens, diag);
        let library = args.library(default_library(), diag);
        let why = "the types `NameBuilder`, `NameRef`, … are declared right here";
        let prefix = args.take("prefix").and_then(|arg| arg.name(why, diag));
        Self {
            notation,
            library,
            prefix,
        }
    }
}

pub(crate) fn default_library() -> CratePath {
    CratePath::absolute("self_borrow")
}

/// `#[lend(…)]`
#[derive(Clone)]
pub(crate) struct Lend {
    /// What is lent lies in the struct itself, which is pinned.
    pub(crate) inline: Option<Ident>,
    pub(crate) mutable: Option<Token![mut]>,
    pub(crate) lifetime: Lifetime,
}

impl Parse for Lend {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let inline = if input.peek(Ident) && input.fork().parse::<Ident>()? == "inline" {
            Some(input.parse()?)
        } else {
            None
        };
        let mutable = input.parse()?;
        if input.peek(Token![&]) || input.peek(Ident) {
            let what = "expected the name of a lifetime, which begins with `'`";
            return Err(input.error(what));
        }
        let lifetime = input.parse()?;
        if input.peek(Token![mut]) || input.peek(Ident) {
            return Err(input.error("`inline` and `mut` stand before the name"));
        }
        if input.peek(Token![,]) {
            return Err(input.error("a field is lent under one name"));
        }
        Ok(Self {
            inline,
            mutable,
            lifetime,
        })
    }
}

/// What the attributes of a field say.
#[derive(Default)]
pub(crate) struct FieldAttrs {
    pub(crate) lend: Option<Lend>,
    pub(crate) not_covariant: Option<Attribute>,
    /// Documentation and the like.
    pub(crate) kept: Vec<Attribute>,
}

const LEND_HELP: &str =
    "write `#[lend('a)]`, `#[lend(mut 'a)]`, `#[lend(inline 'a)]` or `#[lend(inline mut 'a)]`";

impl FieldAttrs {
    pub(crate) fn read(attrs: &[Attribute], diag: &mut Diag) -> Self {
        let mut this = Self::default();
        for attr in attrs {
            if attr.path().is_ident("lend") {
                this.lend(attr, diag);
            } else if attr.path().is_ident("not_covariant") {
                if !matches!(attr.meta, Meta::Path(_)) {
                    diag.error(&attr.meta, "`not_covariant` takes no arguments")
                        .help("write `#[not_covariant]`");
                } else if this.not_covariant.is_some() {
                    diag.error(&attr.meta, "`not_covariant` is given more than once")
                        .help("keep one of them");
                }
                this.not_covariant = Some(attr.clone());
            } else if attr.path().is_ident("cfg") || attr.path().is_ident("cfg_attr") {
                // Only those are left that can't be read, which has been reported.
            } else if let Some(attr) = inert(attr) {
                this.kept.push(attr);
            } else {
                diag.error(
                    attr.path(),
                    "this attribute can't be on a field of a self-borrowing struct",
                )
                .help("the fields are stored in another way than they are written; put it elsewhere, or remove it");
            }
        }
        this
    }

    fn lend(&mut self, attr: &Attribute, diag: &mut Diag) {
        let lend = match &attr.meta {
            Meta::List(list) if list.tokens.is_empty() => {
                diag.error(&attr.meta, "a lend needs the name of a lifetime")
                    .help(LEND_HELP);
                None
            }
            Meta::List(_) => diag.parsed(attr.parse_args::<Lend>(), LEND_HELP),
            Meta::Path(_) | Meta::NameValue(_) => {
                diag.error(&attr.meta, "a lend needs the name of a lifetime")
                    .help(LEND_HELP);
                None
            }
        };
        if self.lend.is_some() {
            diag.error(&attr.meta, "a field can be lent once")
                .help("keep one of the `#[lend]`; several fields can borrow from one lend");
        } else {
            self.lend = lend;
        }
    }
}

/// An attribute of the language that says something about an item and does nothing to it, to be written on what stands in its
/// place.
///
/// That is several items, and a lint that is expected of one needn't come true in each: so it is allowed.
pub(crate) fn inert(attr: &Attribute) -> Option<Attribute> {
    const INERT: [&str; 8] = [
        "doc",
        "allow",
        "expect",
        "warn",
        "deny",
        "forbid",
        "must_use",
        "deprecated",
    ];
    if !INERT.iter().any(|name| attr.path().is_ident(name)) {
        return None;
    }
    let mut attr = attr.clone();
    if let Meta::List(list) = &mut attr.meta
        && list.path.is_ident("expect")
    {
        list.path = Ident::new("allow", Span::mixed_site()).into();
    }
    Some(attr)
}
