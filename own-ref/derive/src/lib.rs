#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

/// `quote!` with the hygiene of a macro: a local variable in it can't be confused with anything else.
macro_rules! generated {
    ($($tokens:tt)*) => {
        ::quote::quote_spanned!(::proc_macro2::Span::mixed_site()=> $($tokens)*)
    };
}

mod attr;
mod check;
mod derive;
mod expand;
mod model;
mod names;
mod own_drop;
mod self_type;
mod states_model;
mod visibility;

use proc_macro::TokenStream;

#[proc_macro_derive(Fields, attributes(own_ref, pin))]
pub fn derive_fields(input: TokenStream) -> TokenStream {
    derive::fields(input.into()).into()
}

#[proc_macro_derive(States, attributes(own_ref, sentinel))]
pub fn derive_states(input: TokenStream) -> TokenStream {
    derive::states(input.into()).into()
}

#[proc_macro_attribute]
pub fn own_drop(args: TokenStream, input: TokenStream) -> TokenStream {
    own_drop::expand(args.into(), input.into()).into()
}
