//! `family!`.

use leak::structured::{Revoked, lend, lend_mut};

leak::family! {
    /// Lists of words of any text.
    pub struct Words = for<'text> Vec<&'text str>;
}

leak::family! {
    struct Texts = for<'text> &'text str;
}

/// Keeps the long words, inside of an edge.
///
/// # Errors
///
/// If the edge is revoked.
#[inline]
pub fn long_words(words: &mut Vec<&str>) -> Result<usize, Revoked> {
    lend_mut::<Words, _>(words, |lender| {
        lender.edge().enter(|lent| {
            lent.retain(|word| word.len() > 3);
            lent.len()
        })
    })
}

/// The length of a text, inside of an edge.
///
/// # Errors
///
/// If the edge is revoked.
#[inline]
pub fn length(text: &str) -> Result<usize, Revoked> {
    lend::<Texts, _>(&text, |lender| lender.edge().enter(|lent| lent.len()))
}
