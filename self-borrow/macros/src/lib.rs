#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
use proc_macro::TokenStream;
/// x
#[proc_macro_attribute]
pub fn self_borrow(args: TokenStream, input: TokenStream) -> TokenStream {
    drop(args);
    input
}
/// x
#[proc_macro]
pub fn bind(input: TokenStream) -> TokenStream {
    input
}
