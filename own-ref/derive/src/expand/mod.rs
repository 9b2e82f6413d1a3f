//! Expansions, one file per generated item.
//!
//! They carry no `unsafe`: it stands in the macros of `own_ref::__private` that they call. The crate
//! `ownership_macro_support` says why. Everything else is safe code, which the compiler checks.

mod fields;
mod marks;
mod methods;
mod owned;
mod part;
mod split;
mod states;

pub(crate) use states::states;

use crate::attr::FieldsArgs;
use crate::model::{Model, Shape};
use ownership_macro_support::crate_path::CratePath;
use proc_macro2::{Span, TokenStream};

/// Where generated code finds the library.
pub(crate) struct Paths {
    /// For the calls of macros.
    private_here: TokenStream,
    pub(crate) library: TokenStream,
    pub(crate) part: TokenStream,
    pub(crate) private: TokenStream,
}

impl Paths {
    pub(crate) fn new(library: &CratePath) -> Self {
        let span = Span::mixed_site();
        let path = library.at(span);
        Self {
            private_here: library.private_here(),
            part: generated!(#path::part),
            private: library.private(span),
            library: path,
        }
    }
}

/// Whether the checks in an expansion are there. After an error they would report follow-on errors, and
/// nothing depends on them: the error is found by the same path as everything else, so where there is an
/// expansion there is the error.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Checks {
    On,
    AfterError,
}

/// `#[derive(Fields)]`
pub(crate) fn fields(model: &Model, args: &FieldsArgs, checks: Checks) -> TokenStream {
    let paths = Paths::new(&args.library);
    let mut out = owned::owned(model, &paths);
    out.extend(split::split(model, &paths, checks));
    if let (Shape::Struct(body), false) = (&model.shape, args.split_only) {
        out.extend(fields::fields(model, body, &paths, checks));
        out.extend(marks::marks(model, body, &paths, args.plain_errors));
        out.extend(part::part(model, body, &paths));
    }
    out
}

/// `impl [<…>] for [Type<…>] where […]`, as the macros of `own_ref::__private` take it.
fn header(model: &Model) -> TokenStream {
    let (impl_generics, _, _) = model.generics.split_for_impl();
    let (this, predicates) = (&model.this, model.predicates());
    generated!(impl [#impl_generics] for [#this] where [#predicates])
}

/// `(A, (B, ()))`
fn pairs(items: impl DoubleEndedIterator<Item = TokenStream>) -> TokenStream {
    items.rfold(generated!(()), |rest, item| generated!((#item, #rest)))
}

/// `private::cons(a, private::cons(b, private::nil()))`
fn conses<'a>(bindings: impl DoubleEndedIterator<Item = &'a proc_macro2::Ident>) -> TokenStream {
    bindings.rfold(
        generated!(private::nil()),
        |rest, binding| generated!(private::cons(#binding, #rest)),
    )
}
