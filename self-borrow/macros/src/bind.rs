//! `bind!`: the notation `bind 'a in (Box<!'a mut String>, &'a mut String)`, put into that of `#[self_borrow]`.

mod marks;

use crate::lifetimes;
use marks::Mark;
use ownership_macro_support::diag::Diag;
use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Generics, Ident, ItemStruct, Lifetime, Meta, Token, Visibility, WhereClause};

/// `pub struct Edit bind 'a { … }`, or `pub type Edit = bind 'a in (…);`.
pub(crate) struct Bind {
    attrs: Vec<Attribute>,
    visibility: Visibility,
    ident: Ident,
    generics: Generics,
    lifetimes: Vec<Lifetime>,
    where_clause: Option<WhereClause>,
    body: Group,
}

impl Parse for Bind {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let visibility = input.parse()?;
        let alias = input.peek(Token![type]);
        if alias {
            input.parse::<Token![type]>()?;
        } else {
            input.parse::<Token![struct]>()?;
        }
        let ident = input.parse()?;
        let generics = input.parse()?;
        if alias {
            input.parse::<Token![=]>()?;
        }
        let word = input.parse::<Option<Ident>>()?;
        let place = word.as_ref().map_or(input.span(), Ident::span);
        if word.is_none_or(|word| word != "bind") {
            return Err(syn::Error::new(place, "expected `bind`"));
        }
        let mut lifetimes = Vec::new();
        loop {
            lifetimes.push(input.parse()?);
            if !input.peek(Token![,]) {
                break;
            }
            input.parse::<Token![,]>()?;
        }
        if alias {
            input.parse::<Token![in]>()?;
        }
        let mut where_clause = if input.peek(Token![where]) {
            Some(input.parse()?)
        } else {
            None
        };
        let TokenTree::Group(body) = input.parse()? else {
            return Err(input.error("expected `{` or `(`"));
        };
        if input.peek(Token![where]) {
            where_clause = Some(input.parse()?);
        }
        input.parse::<Option<Token![;]>>()?;
        Ok(Self {
            attrs,
            visibility,
            ident,
            generics,
            lifetimes,
            where_clause,
            body,
        })
    }
}

/// What it says, as `#[self_borrow]` would.
pub(crate) struct Read {
    /// The arguments of `#[self_borrow(…)]` among the attributes.
    pub(crate) args: TokenStream,
    /// The struct, with `#[lend]`.
    pub(crate) item: Option<ItemStruct>,
    /// What is marked is what stands after `bind`. If it isn't, what is wrong with the names has been reported.
    pub(crate) names_fit: bool,
}

impl Bind {
    pub(crate) fn read(mut self, diag: &mut Diag) -> Read {
        let args = self.take_args();
        let mut names_fit = true;
        let marked: Vec<_> = marks::fields(self.body.stream(), self.body.delimiter(), diag);
        for lifetime in &self.lifetimes {
            let name = lifetimes::name(lifetime);
            let lends = |mark: &Mark| lifetimes::name(&mark.lifetime) == name;
            if !marked.iter().flat_map(|field| &field.marks).any(lends) {
                names_fit = false;
                diag.error(
                    lifetime,
                    format_args!("`{lifetime}` is bound, but nothing is lent as `{lifetime}`"),
                )
                .help(format_args!(
                    "write `!{lifetime}` where the place is that is lent, as in `Box<!{lifetime} T>`"
                ));
            }
        }
        for mark in marked.iter().filter_map(|field| field.marks.first()) {
            let name = lifetimes::name(&mark.lifetime);
            if !self.lifetimes.iter().any(|it| lifetimes::name(it) == name) {
                names_fit = false;
                diag.error(
                    &mark.lifetime,
                    format_args!("`{}` is lent, but not bound", mark.lifetime),
                )
                .help(format_args!(
                    "write `bind {}`, or mark the place by another name",
                    mark.lifetime
                ));
            }
        }
        let fields = marked.iter().map(|field| &field.tokens);
        let mut body = Group::new(self.body.delimiter(), generated!(#(#fields,)*));
        body.set_span(self.body.span());
        let semicolon = (self.body.delimiter() == Delimiter::Parenthesis).then(|| generated!(;));
        let (attrs, vis, ident) = (&self.attrs, &self.visibility, &self.ident);
        let (generics, clause) = (&self.generics, &self.where_clause);
        let (before, after) = if semicolon.is_some() {
            (None, clause.as_ref())
        } else {
            (clause.as_ref(), None)
        };
        let item =
            generated!(#(#attrs)* #vis struct #ident #generics #before #body #after #semicolon);
        let help =
            "the fields are those of a struct; what is lent is marked, as in `Box<!'a mut String>`";
        Read {
            args,
            item: diag.parsed(syn::parse2(item), help),
            names_fit,
        }
    }

    /// The tokens between the parentheses of `#[self_borrow(…)]`.
    fn take_args(&mut self) -> TokenStream {
        let ours = |attr: &Attribute| attr.path().is_ident("self_borrow");
        let args: Vec<_> = self
            .attrs
            .iter()
            .filter(|attr| ours(attr))
            .cloned()
            .collect();
        self.attrs.retain(|attr| !ours(attr));
        let lists = args.into_iter().map(|attr| match attr.meta {
            Meta::List(list) => list.tokens,
            other => other.into_token_stream(),
        });
        let lists: Punctuated<TokenStream, Token![,]> = lists.collect();
        lists.into_token_stream()
    }
}

/// What must be written instead of something that can't be read.
pub(crate) const HELP: &str = "write `struct Name bind 'a { owner: Box<!'a T>, dependent: &'a T }`, or `type Name = bind 'a in (Box<!'a T>, &'a T);`";

/// A span for what is generated about a mark.
fn near(span: Span) -> Span {
    span.resolved_at(Span::call_site())
}
