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
mod ownership;
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

#[proc_macro_derive(AllowedInRc, attributes(allowed_in_rc))]
pub fn derive_allowed_in_rc(input: TokenStream) -> TokenStream {
    ownership::derive(&ownership::ALLOWED_IN_RC, input.into()).into()
}

#[proc_macro_derive(Disowns, attributes(disowns))]
pub fn derive_disowns(input: TokenStream) -> TokenStream {
    ownership::derive(&ownership::DISOWNS, input.into()).into()
}

#[proc_macro_derive(NeverGives, attributes(never_gives))]
pub fn derive_never_gives(input: TokenStream) -> TokenStream {
    ownership::derive(&ownership::NEVER_GIVES, input.into()).into()
}

#[proc_macro_derive(RankedLeak, attributes(ranked_leak))]
pub fn derive_ranked_leak(input: TokenStream) -> TokenStream {
    ownership::derive(&ownership::RANKED_LEAK, input.into()).into()
}

#[proc_macro_derive(RoutineDrop, attributes(routine_drop))]
pub fn derive_routine_drop(input: TokenStream) -> TokenStream {
    ownership::derive(&ownership::ROUTINE_DROP, input.into()).into()
}
