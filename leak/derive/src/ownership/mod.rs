//! The derives of what a type owns: `AllowedInRc`, `Disowns`, `NeverGives`, `RankedLeak`; and
//! `RoutineDrop`, which is alike. Read, check, expand.

mod attr;
mod expand;

use crate::attr::default_library;
use crate::check;
use crate::leak_bounds::refuse_relaxed;
use crate::model::Model;
use attr::Arguments;
use ownership_macro_support::diag::Diag;
use proc_macro2::TokenStream;
use syn::DeriveInput;

/// One of the derives.
pub(crate) struct Kind {
    /// The trait, as the macros of `leak::__private` know it.
    pub(crate) name: &'static str,
    /// The helper attribute's name.
    attribute: &'static str,
    /// For messages.
    shown_attribute: &'static str,
    shown_derive: &'static str,
    /// The function that each field is passed to.
    function: &'static str,
    asks: Asks,
}

/// The parameter of the trait.
#[derive(Clone, Copy, PartialEq)]
enum Asks {
    /// It has none.
    Nothing,
    /// For types.
    Handles,
    /// For a number.
    Rank,
}

macro_rules! kinds {
    ($($CONSTANT:ident: $name:literal, $attribute:literal, $function:literal, $asks:ident;)+) => {$(
        #[doc = concat!("`#[derive(", $name, ")]`")]
        pub(crate) const $CONSTANT: Kind = Kind {
            name: $name,
            attribute: $attribute,
            shown_attribute: concat!("#[", $attribute, "]"),
            shown_derive: concat!("#[derive(", $name, ")]"),
            function: $function,
            asks: Asks::$asks,
        };
    )+};
}

kinds! {
    ALLOWED_IN_RC: "AllowedInRc", "allowed_in_rc", "each_field_must_be_allowed_in_rc", Nothing;
    DISOWNS: "Disowns", "disowns", "each_field_must_disown", Handles;
    NEVER_GIVES: "NeverGives", "never_gives", "each_field_must_never_give", Handles;
    RANKED_LEAK: "RankedLeak", "ranked_leak", "each_field_must_have_rank", Rank;
    ROUTINE_DROP: "RoutineDrop", "routine_drop", "each_field_must_drop_routinely", Nothing;
}

/// The expansion.
pub(crate) fn derive(kind: &Kind, input: TokenStream) -> TokenStream {
    let mut diag = Diag::new();
    let parsed = diag.parsed(
        syn::parse2::<DeriveInput>(input),
        "this derive doesn't know the syntax; write the impl by hand",
    );
    let Some(mut input) = parsed else {
        return diag
            .finish(())
            .err()
            .map(|rejected| rejected.compile_errors(&default_library()))
            .unwrap_or_default();
    };
    let arguments = Arguments::read(kind, &input.attrs, &mut diag);
    check::no_attribute_inside(&input, kind.attribute, &mut diag);
    refuse_relaxed(&mut input.generics, &arguments.library, &mut diag);
    let model = Model::new(&input);
    match diag.finish(()) {
        Ok(()) => expand::all(kind, &model, &arguments),
        Err(rejected) => expand::after_error(kind, &model, &arguments.library, &rejected),
    }
}
