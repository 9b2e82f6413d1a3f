//! `#[framed]`: a scope that is a local variable, in a function that can't lose its variables.
//!
//! The statement `frame!(s);` becomes the call of a `macro_rules!` macro of `leak`, which declares
//!
//! ```text
//! let leak_frame_store = FrameStore::new();
//! let leak_frame = unsafe { Frame::new(&leak_frame_store) };
//! let s = Frame::scope(&leak_frame);
//! ```
//!
//! # Soundness
//!
//! `Frame::new` demands that the frame is a local variable of a synchronous function, that nobody
//! can name it, and that it is dropped on every path out of its block. Stack frames of
//! synchronous functions do that: `return`, `?`, `break` and panics all drop the locals. It
//! remains to show that the three statements stand on such a stack frame, and stay there.
//!
//! **What the attribute can see.** It gets the whole function as tokens. Attribute macros *above*
//! it have run: what they made of the function is what it sees. So:
//!
//! * The function must not be `async` (its locals live in a future, which can be forgotten
//!   between two polls), nor `gen`, nor `const` (nothing is dropped on the stack of a program
//!   there), and must have a body. See [`function`].
//! * It rewrites `frame!` only as a statement of a *plain block*: one that runs as part of the
//!   function's own stack frame. The body, and in it the blocks of `if`, `else`, `match`, loops,
//!   `let … else`, `unsafe`, and labelled and bare blocks. The walker enters only the kinds of
//!   expressions that it lists. It never enters `async` blocks and closures (which may be
//!   `async`, or coroutines), nested items (functions of their own), `const` blocks and array
//!   lengths (no stack), macro arguments (not yet code), nor any syntax that it doesn't know. See
//!   [`walk`].
//! * What `syn` takes for a plain block must be one for the compiler, too. They disagree about
//!   one word: `gen` is an identifier for `syn`, and the start of a generator for newer
//!   compilers. So `for x in gen { … }` isn't entered.
//!
//! **What could rewrite the result.** Macros that run *after* this one see the three statements,
//! and could move them into a future:
//!
//! * Attribute macros *below* it on the same function, and `#![inner]` ones. They can't be told
//!   from other attributes by name alone, because macros have whatever name they were imported
//!   under. So every attribute is refused, except those whose name can't be taken by a macro: the
//!   compiler reports a name that means both a built-in attribute and a macro as ambiguous. This
//!   doesn't hold for `#[test]` (a prelude macro, which an import shadows), nor for
//!   `#[tool::attribute]` (a module may be called `tool`). See [`siblings`].
//! * Attribute macros on statements, expressions and match arms in the body (not stable yet).
//!   What carries one isn't entered.
//! * Macros *around* the function, that is `some_macro! { #[framed] fn … }`, run before it.
//!
//! **What could imitate it.** A `macro_rules!` macro that expands to `frame!(s);` isn't expanded
//! when the attribute looks. What it expands to later is `leak::frame!`, which is only an error
//! message. The user can't name the two variables: they are declared in a `macro_rules!` macro,
//! whose local variables are hygienic. A module that takes the place of `leak` (`crate = path`,
//! `extern crate self as leak`) gains nothing: the tokens that are written here contain no
//! `unsafe`.

mod function;
mod operands;
mod siblings;
mod statement;
mod stray;
mod walk;

use crate::attr;
use ownership_macro_support::crate_path::CratePath;
use ownership_macro_support::diag::{Diag, Rejected};
use ownership_macro_support::fallback;
use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use statement::Frames;
use stray::Calls;
use syn::{Expr, ItemFn, Stmt};
use walk::Walk;

pub(crate) fn expand(args: TokenStream, input: TokenStream) -> TokenStream {
    let mut diag = Diag::new();
    let library = attr::crate_only("#[framed]", args, &mut diag);
    let Some(mut function) = function::parse(input.clone(), &mut diag) else {
        return match diag.finish(()) {
            Ok(()) => input,
            Err(rejected) => after_error_on_other_item(input, &library, &rejected),
        };
    };
    siblings::check(&mut function.attrs, &mut diag);
    match diag.finish(()) {
        Ok(()) => {
            Walk::new(&library, Frames::Open).block(&mut function.block);
            function.into_token_stream()
        }
        Err(rejected) => after_error(function, &library, &rejected),
    }
}

/// The item as it was. The `frame!`s in it would be errors of their own, so each becomes an
/// expression with the same errors, which the compiler doesn't repeat.
fn after_error_on_other_item(
    input: TokenStream,
    library: &CratePath,
    rejected: &Rejected,
) -> TokenStream {
    let errors = rejected.compile_errors(library);
    let item = stray::replace_with(input, &Calls::new(library), &|_| quote!({ #errors }));
    fallback::beside(rejected, library, &item)
}

/// The function with the errors in its body: it keeps its signature, so that its callers
/// compile, and its body is silenced.
fn after_error(mut function: ItemFn, library: &CratePath, rejected: &Rejected) -> TokenStream {
    let poison = fallback::poison_ident();
    let errors = fallback::poison(rejected, library, &poison);
    Walk::new(library, Frames::Poisoned(poison)).block(&mut function.block);
    function
        .block
        .stmts
        .insert(0, Stmt::Expr(Expr::Verbatim(errors), None));
    function.into_token_stream()
}
