//! The statement `frame!(s);`.

use ownership_macro_support::crate_path::CratePath;
use ownership_macro_support::diag::Report;
use ownership_macro_support::span::{self, Extent};
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote_spanned;
use syn::{Expr, Macro, Stmt, StmtMacro};

/// What a `frame!(s);` becomes.
pub(super) enum Frames {
    /// A frame.
    Open,
    /// A variable of the compiler's error type, because the function is wrong elsewhere.
    Poisoned(Ident),
}

/// Expands one that stands in a plain block. If it is wrong, its errors take its place, and its
/// scope, or the whole block if it is the block's last word, gets the compiler's error type.
pub(super) fn expand(
    call: &StmtMacro,
    is_last: bool,
    frames: &Frames,
    library: &CratePath,
) -> Stmt {
    let mut wrong = Vec::new();
    let (cfgs, others): (Vec<_>, Vec<_>) = call
        .attrs
        .iter()
        .partition(|attr| attr.path().is_ident("cfg"));
    for attr in others {
        wrong.push(
            Report::new(attr.path(), "only `#[cfg]` may stand on a `frame!`")
                .with_help("remove the attribute"),
        );
    }
    let scope = scope(&call.mac, &mut wrong);
    // In braces, it is a statement without one, unless it is the last.
    let is_value = is_last && call.semi_token.is_none();
    if is_value {
        wrong.push(
            Report::new(&call.mac, "expected `;` after `frame!`")
                .with_help("a frame is a statement: write `frame!(s);`"),
        );
    }

    let errors: TokenStream = wrong
        .iter()
        .map(|report| report.compile_error(library))
        .collect();
    let place = span::at(Extent::of(&call.mac).start);
    let statement = match (scope, frames) {
        (Some(scope), Frames::Open) if wrong.is_empty() => {
            let private = library.private(place);
            quote_spanned!(place=> #(#cfgs)* #private::unsafe_open_frame!(#scope);)
        }
        (Some(scope), Frames::Poisoned(poison)) if wrong.is_empty() => {
            quote_spanned!(place=> #(#cfgs)* let #scope = #poison;)
        }
        (_, _) if is_value => quote_spanned!(place=> { #errors }),
        (Some(scope), _) => quote_spanned!(place=> #(#cfgs)* let #scope = { #errors };),
        (None, _) => quote_spanned!(place=> #(#cfgs)* { #errors };),
    };
    Stmt::Expr(Expr::Verbatim(statement), None)
}

/// The name in `frame!(name)`.
fn scope(mac: &Macro, wrong: &mut Vec<Report>) -> Option<Ident> {
    let mut tokens = mac.tokens.clone().into_iter();
    let Some(mut first) = tokens.next() else {
        wrong.push(
            Report::new(mac, "`frame!` needs a name for the scope")
                .with_help("write `frame!(s);`, then `s.spawn(…)` or `s.hold(…)`"),
        );
        return None;
    };
    if let TokenTree::Ident(word) = &first
        && (word == "mut" || word == "ref")
    {
        wrong.push(
            Report::new(word.span(), format_args!("the scope is never `{word}`"))
                .with_help("write `frame!(s);`"),
        );
        first = tokens.next()?;
    }
    let place = first.span();
    let Ok(scope) = syn::parse2::<Ident>(first.into()) else {
        wrong.push(
            Report::new(place, "expected a name for the scope")
                .with_help("write `frame!(s);`, with a name that can be a variable"),
        );
        return None;
    };
    if let Some(rest) = tokens.next() {
        wrong.push(
            Report::new(rest.span(), "expected nothing after the name of the scope")
                .with_help(format_args!("write `frame!({scope});`")),
        );
    }
    Some(scope)
}
