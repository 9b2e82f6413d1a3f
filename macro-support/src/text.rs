//! Tokens as text.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;

/// The text of a path, without white space: `leak::Leak` is itself, however it was spaced and
/// whatever invisible groups `macro_rules!` put around its parts.
///
/// `TokenStream::to_string` is not for comparing: its spacing depends on where the tokens are from.
#[must_use]
pub fn of_path(path: &impl ToTokens) -> String {
    fn write(tokens: TokenStream, text: &mut String) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => write(group.stream(), text),
                other => text.push_str(&other.to_string()),
            }
        }
    }
    let mut text = String::new();
    write(path.to_token_stream(), &mut text);
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proc_macro2::{Delimiter, Group};
    use quote::quote;

    #[test]
    fn spacing_and_invisible_groups_make_no_difference() {
        let spaced: TokenStream = ":: leak\n::r#type".parse().expect("tokens");
        assert_eq!(of_path(&spaced), "::leak::r#type");

        let inner = Group::new(Delimiter::None, quote!(crate::leak));
        assert_eq!(of_path(&quote!(#inner::Leak)), "crate::leak::Leak");
    }
}
