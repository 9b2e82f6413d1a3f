//! What to expand to after an error.
//!
//! The compiler goes on after a `compile_error!`. If a type, a trait impl or a function is
//! then missing, each use of it is one more error, and the mistake that matters drowns.

use crate::crate_path::CratePath;
use crate::diag::Rejected;
use crate::span;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

/// The errors, and beside them the item as it would have been without the macro.
#[must_use]
pub fn beside(rejected: &Rejected, library: &CratePath, item: &impl ToTokens) -> TokenStream {
    let errors = rejected.compile_errors(library);
    quote!(#errors #item)
}

/// `let poison = { errors };`: reports the errors and declares a local variable that silences the
/// rest of the function.
///
/// A `compile_error!` in the position of an expression has the compiler's error type. That type
/// fits everywhere, so whatever is computed from `poison` gives no further errors, and the
/// function isn't borrow-checked.
#[must_use]
pub fn poison(rejected: &Rejected, library: &CratePath, poison: &Ident) -> TokenStream {
    let errors = rejected.compile_errors(library);
    let span = Span::mixed_site();
    // The last of several errors is the block's value.
    quote_spanned!(span=> let #poison = { #errors };)
}

/// The name for [`poison`]: the user can't name it, generated code can.
#[must_use]
pub fn poison_ident() -> Ident {
    Ident::new("__poison", span::at(Span::call_site()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Diag;

    fn rejected() -> Rejected {
        let mut diag = Diag::new();
        diag.error(Span::call_site(), "one");
        diag.error(Span::call_site(), "two");
        diag.finish(()).expect_err("two errors")
    }

    #[test]
    fn the_item_stays_beside_the_errors() {
        let item: syn::Item = syn::parse_quote!(
            struct S;
        );
        let out = beside(&rejected(), &CratePath::absolute("leak"), &item);
        let file: syn::File = syn::parse2(out).expect("items");
        assert_eq!(file.items.len(), 3);
        assert_eq!(file.items[2], item);
    }

    #[test]
    fn poison_is_one_statement_whose_value_is_an_error() {
        let out = poison(&rejected(), &CratePath::absolute("leak"), &poison_ident());
        let syn::Stmt::Local(local) = syn::parse2(out).expect("a statement") else {
            panic!("not a `let`");
        };
        let syn::Expr::Block(block) = *local.init.expect("a value").expr else {
            panic!("not a block");
        };
        let [syn::Stmt::Macro(_), syn::Stmt::Macro(last)] = &block.block.stmts[..] else {
            panic!("not two macro calls");
        };
        assert!(last.semi_token.is_none());
    }
}
