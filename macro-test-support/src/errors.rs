//! The errors in an expansion.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The errors in an expansion, one per line, their texts as they are in the source.
#[must_use]
pub fn errors(output: TokenStream) -> String {
    let mut errors = String::new();
    collect(output, &mut errors);
    errors
}

fn collect(tokens: TokenStream, errors: &mut String) {
    let mut is_error = false;
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => is_error = ident == "compile_error",
            TokenTree::Group(group) if is_error && group.delimiter() == Delimiter::Brace => {
                errors.push_str(&group.stream().to_string());
                errors.push('\n');
                is_error = false;
            }
            TokenTree::Group(group) => collect(group.stream(), errors),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}
