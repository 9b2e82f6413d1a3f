//! Expansions that call macros.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::{ToTokens as _, format_ident};
use syn::{File, Item, Macro, parse_quote};

/// An expansion that consists of items, with the arguments of macro calls among them: a line for what stands
/// before a block in braces, and the block formatted as the body of a function, which is called `body_of`.
#[must_use]
pub fn calls(output: TokenStream, body_of: &str) -> String {
    let mut text = String::new();
    for item in crate::file(output).items {
        if let Item::Macro(item) = item {
            write_call(item.mac, body_of, &mut text);
        } else {
            let file: File = parse_quote!(#item);
            text.push_str(&prettyplease::unparse(&file));
        }
    }
    text
}

fn write_call(call: Macro, body_of: &str, text: &mut String) {
    let path = call.path.to_token_stream().to_string();
    text.push_str(&path.replace(' ', ""));
    text.push_str("!\n");
    let name = format_ident!("{body_of}");
    let mut line = TokenStream::new();
    for token in call.tokens {
        match token {
            TokenTree::Group(block) if block.delimiter() == Delimiter::Brace => {
                let body: File = parse_quote!(fn #name() #block);
                text.push_str(&line.to_string());
                text.push('\n');
                text.push_str(&prettyplease::unparse(&body));
                line = TokenStream::new();
            }
            other => line.extend([other]),
        }
    }
    text.push_str(&line.to_string());
    text.push('\n');
}
