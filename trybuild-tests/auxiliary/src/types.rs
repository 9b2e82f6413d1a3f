//! A type that isn't always the same.

use crate::tokens::split_at_commas;
use proc_macro::TokenStream;
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

/// How often each pair was asked for, in this run of the compiler.
static ASKED: LazyLock<Mutex<HashMap<String, usize>>> = LazyLock::new(Mutex::default);

pub(crate) fn alternating(pair: TokenStream) -> TokenStream {
    let key = pair.to_string();
    let parts = split_at_commas(pair);
    if parts.is_empty() {
        return TokenStream::new();
    }
    let mut asked = ASKED.lock().unwrap_or_else(PoisonError::into_inner);
    let times = asked.entry(key).or_default();
    let part = parts[*times % parts.len()].clone();
    *times += 1;
    part
}
