//! Attributes that put the body of a function somewhere else.

use crate::tokens::{fill, is_ident, map_last_braces};
use proc_macro::{Ident, Span, TokenStream, TokenTree};

pub(crate) fn make_async(item: TokenStream) -> TokenStream {
    let mut rewritten = TokenStream::new();
    let mut before = true;
    for token in item {
        if before && is_ident(&token, "fn") {
            rewritten.extend([TokenTree::from(Ident::new("async", Span::call_site()))]);
            before = false;
        }
        rewritten.extend([token]);
    }
    rewritten
}

pub(crate) fn poll_once_and_forget(item: TokenStream) -> TokenStream {
    map_last_braces(item, |body| {
        fill(
            "let mut future = ::std::boxed::Box::pin(async move { $body });
             let mut context =
                 ::core::task::Context::from_waker(::core::task::Waker::noop());
             let _ = ::core::future::Future::poll(future.as_mut(), &mut context);
             ::core::mem::forget(future);",
            &body,
        )
    })
}

pub(crate) fn in_closure(item: TokenStream) -> TokenStream {
    map_last_braces(item, |body| fill("(move || { $body })()", &body))
}

pub(crate) fn in_item(item: TokenStream) -> TokenStream {
    map_last_braces(item, |body| fill("fn nested() { $body } nested()", &body))
}

pub(crate) fn twice(item: TokenStream) -> TokenStream {
    map_last_braces(item, |body| fill("{ $body }; { $body }", &body))
}
