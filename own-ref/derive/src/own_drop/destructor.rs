//! `impl OwnDrop for Foo` becomes one for the struct of fields.

use super::fields_name;
use crate::attr::OwnDropArgs;
use ownership_macro_support::diag::Diag;
use proc_macro2::{Span, TokenStream};
use quote::ToTokens as _;
use syn::{FnArg, ImplItem, ItemImpl, Type};

const SIGNATURE: &str = "write `fn drop(this: Own<'_, Self>)`";

/// The same block for `FooFields`.
pub(super) fn expand(item: &ItemImpl, args: &OwnDropArgs, diag: &mut Diag) -> TokenStream {
    const TRAIT: &str = "write `impl OwnDrop for` the struct";
    let mut item = item.clone();
    match &item.trait_ {
        None => {
            diag.error(
                &item.impl_token,
                "`#[own_drop]` is for the implementation of `OwnDrop`",
            )
            .help(TRAIT);
        }
        Some((path, _)) => {
            let last = path.segments.last();
            if last.is_none_or(|last| last.ident != "OwnDrop") {
                diag.error(path, "`#[own_drop]` is for the implementation of `OwnDrop`")
                    .help(TRAIT);
            }
        }
    }
    for member in &item.items {
        let ImplItem::Fn(function) = member else {
            continue;
        };
        if let Some(FnArg::Receiver(receiver)) = function.sig.inputs.first() {
            diag.error(
                receiver,
                "this destructor gets an owned reference, not `self`",
            )
            .help(SIGNATURE);
        }
    }
    match &mut *item.self_ty {
        Type::Path(ty) if ty.qself.is_none() => {
            if let Some(last) = ty.path.segments.last_mut() {
                last.ident = fields_name(&last.ident, args);
            }
        }
        other => {
            diag.error(
                &*other,
                "expected the name of the struct with `#[own_drop]`",
            )
            .help("write `impl OwnDrop for` the struct");
        }
    }
    item.into_token_stream()
}

/// A destructor that does nothing, so that the struct has one.
pub(super) fn after_error(item: &ItemImpl, args: &OwnDropArgs) -> TokenStream {
    let mut ty = item.self_ty.clone();
    if let Type::Path(ty) = &mut *ty
        && let Some(last) = ty.path.segments.last_mut()
    {
        last.ident = fields_name(&last.ident, args);
    }
    let library = args.library.at(Span::mixed_site());
    let (impl_generics, _, where_clause) = item.generics.split_for_impl();
    generated! {
        impl #impl_generics #library::OwnDrop for #ty #where_clause {
            fn drop(_: #library::Own<'_, Self>) {}
        }
    }
}
