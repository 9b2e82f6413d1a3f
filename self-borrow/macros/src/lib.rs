#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

/// `quote!` with the hygiene of a macro: a local variable in it can't be confused with anything else.
macro_rules! generated {
    ($($tokens:tt)*) => {
        ::quote::quote_spanned!(::proc_macro2::Span::mixed_site()=> $($tokens)*)
    };
}

mod attr;
mod bind;
mod cfg;
mod check;
mod expand;
mod lifetimes;
mod model;
#[cfg(test)]
mod snapshots;

use proc_macro::TokenStream;

/// x
#[proc_macro_attribute]
pub fn self_borrow(args: TokenStream, input: TokenStream) -> TokenStream {
    expand::attribute(&args.into(), input.into()).into()
}

/// x
#[proc_macro]
pub fn bind(input: TokenStream) -> TokenStream {
    expand::bind(input.into()).into()
}
