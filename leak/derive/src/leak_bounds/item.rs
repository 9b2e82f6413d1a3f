//! The items that can have type parameters to bound.

use ownership_macro_support::diag::Diag;
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{
    Attribute, Item, ItemEnum, ItemFn, ItemImpl, ItemStruct, ItemTrait, ItemUnion, TraitItemFn,
};

pub(super) enum Target {
    Fn(ItemFn),
    /// Inside a trait, where a method may have no body.
    Method(TraitItemFn),
    Impl(ItemImpl),
    Struct(ItemStruct),
    Enum(ItemEnum),
    Union(ItemUnion),
    Trait(ItemTrait),
}

const HELP: &str = "put `#[leak_bounds]` on a function, an impl block, a trait, a struct, an enum \
                    or a union";

impl Target {
    pub(super) fn parse(input: TokenStream, diag: &mut Diag) -> Option<Self> {
        let item = match syn::parse2::<Item>(input.clone()) {
            Ok(Item::Fn(item)) => return Some(Self::Fn(item)),
            Ok(Item::Impl(item)) => return Some(Self::Impl(item)),
            Ok(Item::Struct(item)) => return Some(Self::Struct(item)),
            Ok(Item::Enum(item)) => return Some(Self::Enum(item)),
            Ok(Item::Union(item)) => return Some(Self::Union(item)),
            Ok(Item::Trait(item)) => return Some(Self::Trait(item)),
            Ok(other) => Some(other),
            Err(_) => None,
        };
        let method = syn::parse2::<TraitItemFn>(input.clone());
        if let Ok(method) = method {
            return Some(Self::Method(method));
        }
        match item {
            // The compiler has parsed it before, so it is Rust, but of a newer kind.
            None => {
                diag.parsed(
                    syn::parse2::<Item>(input),
                    "`#[leak_bounds]` doesn't know this syntax; write the bounds",
                );
            }
            Some(item) => {
                let (keyword, what) = describe(&item);
                diag.error(
                    &keyword,
                    format_args!("`#[leak_bounds]` has no meaning on {what}"),
                )
                .help(HELP);
            }
        }
        None
    }
}

/// The keyword that makes the item what it is, and what it is.
fn describe(item: &Item) -> (TokenStream, &'static str) {
    match item {
        Item::Const(item) => (item.const_token.to_token_stream(), "a constant"),
        Item::ExternCrate(item) => (item.extern_token.to_token_stream(), "an `extern crate`"),
        Item::ForeignMod(item) => (item.abi.extern_token.to_token_stream(), "an `extern` block"),
        Item::Macro(item) => (item.mac.path.to_token_stream(), "a macro"),
        Item::Mod(item) => (item.mod_token.to_token_stream(), "a module"),
        Item::Static(item) => (item.static_token.to_token_stream(), "a static"),
        Item::TraitAlias(item) => (item.trait_token.to_token_stream(), "a trait alias"),
        Item::Type(item) => (item.type_token.to_token_stream(), "a type alias"),
        Item::Use(item) => (item.use_token.to_token_stream(), "an import"),
        other => (other.to_token_stream(), "this"),
    }
}

/// Whether a member of an impl block or trait carries the attribute itself, and is left to it:
/// handled twice, its `?Leak` would be gone when it counts.
pub(super) fn is_on_its_own(attrs: &[Attribute]) -> bool {
    attrs.iter().any(|attr| {
        let last = attr.path().segments.last();
        last.is_some_and(|last| last.ident == super::NAME)
            || (attr.path().is_ident("cfg_attr") && mentions(attr.meta.to_token_stream()))
    })
}

fn mentions(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        proc_macro2::TokenTree::Ident(ident) => ident == super::NAME,
        proc_macro2::TokenTree::Group(group) => mentions(group.stream()),
        _ => false,
    })
}

impl ToTokens for Target {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Fn(item) => item.to_tokens(tokens),
            Self::Method(item) => item.to_tokens(tokens),
            Self::Impl(item) => item.to_tokens(tokens),
            Self::Struct(item) => item.to_tokens(tokens),
            Self::Enum(item) => item.to_tokens(tokens),
            Self::Union(item) => item.to_tokens(tokens),
            Self::Trait(item) => item.to_tokens(tokens),
        }
    }
}
