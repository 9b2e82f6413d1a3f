//! Macros that rewrite what ours are applied to.
//!
//! All of them are something that a real macro does, or could: an async runtime's `#[main]` wraps a
//! body into a future, an instrumentation macro wraps it into a closure, a builder duplicates a
//! struct. None can write `unsafe` where the user didn't, so no order of attributes may lead to
//! undefined behaviour: either ours refuses, or the result is sound.
//!
//! They work on tokens, without a parser, so they also take what is malformed.
#![forbid(unsafe_code)]

mod body;
mod item;
mod tokens;
mod types;

use proc_macro::TokenStream;

/// `fn f() { … }` becomes `async fn f() { … }`.
#[proc_macro_attribute]
pub fn make_async(_: TokenStream, item: TokenStream) -> TokenStream {
    body::make_async(item)
}

/// The body becomes a future, which is polled once and then forgotten. The function must return `()`.
///
/// The worst that can happen to a guard on the stack: it is alive, its memory is freed, and its
/// destructor never runs.
#[proc_macro_attribute]
pub fn poll_once_and_forget(_: TokenStream, item: TokenStream) -> TokenStream {
    body::poll_once_and_forget(item)
}

/// The body becomes a closure that is called at once.
#[proc_macro_attribute]
pub fn body_in_closure(_: TokenStream, item: TokenStream) -> TokenStream {
    body::in_closure(item)
}

/// The body becomes that of a nested `fn` without arguments, which is called at once. Arguments of
/// the outer function are out of its reach.
#[proc_macro_attribute]
pub fn body_in_item(_: TokenStream, item: TokenStream) -> TokenStream {
    body::in_item(item)
}

/// The body runs twice, the second time in a block of its own. The first value is dropped.
#[proc_macro_attribute]
pub fn body_twice(_: TokenStream, item: TokenStream) -> TokenStream {
    body::twice(item)
}

/// `#[rename(Other)]`: the item gets another name; what was generated for the old one is left alone.
#[proc_macro_attribute]
pub fn rename(name: TokenStream, item: TokenStream) -> TokenStream {
    item::rename(name, item)
}

/// The item appears twice: once more in `mod duplicate`.
#[proc_macro_attribute]
pub fn duplicate(_: TokenStream, item: TokenStream) -> TokenStream {
    item::duplicate(&item)
}

/// The item vanishes.
#[proc_macro_attribute]
pub fn erase(_: TokenStream, _: TokenStream) -> TokenStream {
    TokenStream::new()
}

/// The attributes below this one vanish from the item, its fields and its variants.
#[proc_macro_attribute]
pub fn strip_attributes(_: TokenStream, item: TokenStream) -> TokenStream {
    tokens::without_attributes(item)
}

/// The fields of a struct with named fields come in the opposite order.
#[proc_macro_attribute]
pub fn reverse_fields(_: TokenStream, item: TokenStream) -> TokenStream {
    item::reverse_fields(item)
}

/// `#[add_field(name: Type)]`: one more field, which macros above this one haven't seen.
#[proc_macro_attribute]
pub fn add_field(field: TokenStream, item: TokenStream) -> TokenStream {
    item::add_field(field, item)
}

/// Implements [`Drop`], with an empty body.
#[proc_macro_derive(EmptyDrop)]
pub fn empty_drop(item: TokenStream) -> TokenStream {
    item::empty_drop(item)
}

/// `alternating!(A, B)` is `A` the first time, `B` the second, `A` the third…, counted per pair.
///
/// So a macro that copies a type copies one that means something else.
#[proc_macro]
pub fn alternating(pair: TokenStream) -> TokenStream {
    types::alternating(pair)
}

/// Expands to what it is given.
#[proc_macro]
pub fn echo(tokens: TokenStream) -> TokenStream {
    tokens
}

/// Expands to what it is given, with all spans at `mixed_site`, as if a `macro_rules!` had written it.
#[proc_macro]
pub fn echo_at_mixed_site(tokens: TokenStream) -> TokenStream {
    tokens::respan(tokens, proc_macro::Span::mixed_site())
}

/// Expands to what it is given, with all spans at `call_site`, as if the user had written it here.
#[proc_macro]
pub fn echo_at_call_site(tokens: TokenStream) -> TokenStream {
    tokens::respan(tokens, proc_macro::Span::call_site())
}
