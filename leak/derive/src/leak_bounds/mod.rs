//! `#[leak_bounds]`: every type parameter is `Leak` unless it is declared `?Leak`.
//!
//! This is the implicit bound of the language proposal. Like the implicit `Sized`, it is added
//! where a type parameter is *declared* (generic parameters, and `impl Trait` arguments, which
//! are parameters without a name), and nowhere else: not to associated types, not to `Self`, not
//! to what a function returns.
//!
//! The attribute only adds bounds. Nothing here can be unsound; what matters is that no `?Leak`
//! is silently ignored.

mod add;
mod item;
mod relax;
mod stray;

pub(crate) use relax::refuse_relaxed;

use crate::attr;
use item::Target;
use ownership_macro_support::diag::Diag;
use ownership_macro_support::fallback;
use proc_macro2::TokenStream;
use quote::ToTokens as _;
use relax::LeakPaths;

/// The name of the attribute, as its own output may still contain it.
const NAME: &str = "leak_bounds";

pub(crate) fn expand(args: TokenStream, input: TokenStream) -> TokenStream {
    let mut diag = Diag::new();
    let library = attr::crate_only("#[leak_bounds]", args, &mut diag);
    let paths = LeakPaths::new(&library);

    let output = match Target::parse(input.clone(), &mut diag) {
        Some(mut target) => {
            add::Bounds {
                library: &library,
                paths: &paths,
                diag: &mut diag,
            }
            .target(&mut target);
            stray::report(&mut target, &paths, &mut diag);
            target.into_token_stream()
        }
        None => input,
    };

    match diag.finish(()) {
        Ok(()) => output,
        Err(rejected) => fallback::beside(&rejected, &library, &output),
    }
}
