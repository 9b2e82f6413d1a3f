#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
#![expect(
    missing_docs,
    reason = "the macros are documented where users find them, in `leak`"
)]

mod async_drop;
mod attr;
mod check;
mod derive;
mod expand;
mod framed;
mod leak_bounds;
mod model;
mod must_async_drop;
#[cfg(test)]
mod snapshots;

use proc_macro::TokenStream;

#[proc_macro_derive(Leak, attributes(leak))]
pub fn derive_leak(input: TokenStream) -> TokenStream {
    derive::leak(input.into()).into()
}

#[proc_macro_derive(Unleak, attributes(leak))]
pub fn derive_unleak(input: TokenStream) -> TokenStream {
    derive::unleak(input.into()).into()
}

#[proc_macro_attribute]
pub fn leak_bounds(args: TokenStream, input: TokenStream) -> TokenStream {
    leak_bounds::expand(args.into(), input.into()).into()
}

#[proc_macro_attribute]
pub fn framed(args: TokenStream, input: TokenStream) -> TokenStream {
    framed::expand(args.into(), input.into()).into()
}

#[proc_macro_derive(AsyncDrop, attributes(async_drop))]
pub fn derive_async_drop(input: TokenStream) -> TokenStream {
    async_drop::derive(input.into()).into()
}

#[proc_macro_attribute]
pub fn must_async_drop(args: TokenStream, input: TokenStream) -> TokenStream {
    must_async_drop::expand(args.into(), input.into()).into()
}
