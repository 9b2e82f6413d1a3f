//! `unsafe impl Fields`, by `own_ref::__private::unsafe_fields!`.

use super::{Checks, Paths, conses, header, pairs};
use crate::model::{Body, Model};
use ownership_macro_support::visibility;
use proc_macro2::{Ident, TokenStream};

/// `List` has the types as they are written. What they are is inferred from the fields, in the block:
/// 1. a pattern without `..` names all fields, so none is missing should another macro have added one;
/// 2. it takes references, which the compiler refuses for fields that aren't aligned;
/// 3. each reference is `&mut`, and `Exactly` is invariant, so lifetimes are equal too, and each stands
///    in a `let` of its own, so it isn't dereferenced to fit;
/// 4. then both lists are compared, as types of `Self`, which is the type whatever its name means here.
pub(super) fn fields(model: &Model, body: &Body, paths: &Paths, checks: Checks) -> TokenStream {
    let this = &model.names.this;
    let list = list(body);
    let pinned = || body.fields.iter().filter(|field| field.pinned);
    let pinned_list = pairs(pinned().map(|field| {
        let ty = &field.ty;
        generated!(#ty)
    }));
    let fields = body.fields.iter().map(|field| {
        let (literal, member) = (field.literal(), &field.member);
        let pinned = field.pinned.then(|| generated!(.pinned));
        generated!(#literal #member #pinned;)
    });
    let pattern = body.braced(&generated!(Self), |field| {
        let binding = &field.binding;
        generated!(ref mut #binding)
    });
    let bindings = || body.fields.iter().map(|field| &field.binding);
    let types = bindings().map(|binding| generated!(let #binding = private::type_of(#binding);));
    let (all, some) = (
        conses(bindings()),
        conses(pinned().map(|field| &field.binding)),
    );
    let block = match checks {
        Checks::On => generated!({
            let #pattern = *#this;
            #(#types)*
            let __fields = #all;
            private::is::<<Self as private::Fields>::List>(__fields);
            let __pinned = #some;
            private::is::<<Self as private::Fields>::Pinned>(__pinned);
        }),
        Checks::AfterError => generated!({}),
    };
    let private = &paths.private_here;
    let header = header(model);
    let attrs = model
        .deprecated
        .then(|| generated!(#[allow(deprecated, reason = "not a use")]));
    let (key, vis) = (key(model), visibility::generated(&model.visibility));
    generated! {
        /// Opens the fields of the parts, in this module and nowhere else.
        #[doc(hidden)]
        #vis struct #key(());

        #private::unsafe_fields! {
            #attrs
            #header
            list [#list] pinned [#pinned_list] key [#key]
            fields [#(#fields)*]
            check #this #block
        }
    }
}

/// The name of what keeps private fields private: only this module can make one.
pub(super) fn key(model: &Model) -> Ident {
    model.derived("Key")
}

/// The types of the fields.
pub(super) fn list(body: &Body) -> TokenStream {
    pairs(body.fields.iter().map(|field| {
        let ty = &field.ty;
        generated!(#ty)
    }))
}
