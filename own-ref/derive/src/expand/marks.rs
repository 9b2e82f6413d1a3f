//! `SHasX` and `SLacksX`: what makes the compiler name the field that is missing.

use super::Paths;
use crate::model::{Body, Field, Model};
use ownership_macro_support::visibility;
use proc_macro2::{Ident, TokenStream};

/// The trait that says that the field is there.
pub(super) fn has(model: &Model, field: &Field) -> Ident {
    model.derived(&format!("Has{}", field.camel))
}

/// The trait that says that it isn't.
pub(super) fn lacks(model: &Model, field: &Field) -> Ident {
    model.derived(&format!("Lacks{}", field.camel))
}

/// Two traits for each field.
pub(super) fn marks(model: &Model, body: &Body, paths: &Paths, plain: bool) -> TokenStream {
    let vis = visibility::generated(&model.visibility);
    let (library, part) = (&paths.library, &paths.part);
    let this = model.name();
    body.fields
        .iter()
        .map(|field| {
            let (has, lacks) = (has(model, field), lacks(model, field));
            let name = &field.name;
            let has_doc = format!(" The field `{name}` of a [`{this}`] holds a value.");
            let has_message = format!("field `{name}` of `{this}` is not initialised yet");
            let has_label = format!("`{name}` is missing");
            let has_note = format!("give it a value with `.set_{name}(…)`");
            let lacks_doc = format!(" The field `{name}` of a [`{this}`] holds no value.");
            let lacks_message = format!("field `{name}` of `{this}` is initialised already");
            let lacks_label = format!("`{name}` is there");
            let lacks_note = format!(
                "take the old value out, or drop it with `.drop_{name}()`, or change it in place"
            );
            let words = |message: String, label: String, note: String| {
                (!plain).then(|| generated! {
                    #[diagnostic::on_unimplemented(message = #message, label = #label, note = #note)]
                })
            };
            let has_words = words(has_message, has_label, has_note);
            let lacks_words = words(lacks_message, lacks_label, lacks_note);
            generated! {
                #[doc = #has_doc]
                #has_words
                #vis trait #has: #part::IsPresent {}
                #[automatically_derived]
                impl #has for #library::Present {}

                #[doc = #lacks_doc]
                #lacks_words
                #vis trait #lacks: #part::IsAbsent {}
                #[automatically_derived]
                impl #lacks for #library::Absent {}
            }
        })
        .collect()
}
