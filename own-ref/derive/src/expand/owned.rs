//! `SOwn`: the fields, owned by reference.

use super::Paths;
use crate::model::{Body, Model, Shape, Style};
use ownership_macro_support::visibility;
use proc_macro2::TokenStream;

/// The type `SOwn<'own, …>`, without the lifetime if there is no field to borrow.
pub(super) fn owned_type(model: &Model) -> TokenStream {
    let (_, args) = generics(model);
    let name = model.derived("Own");
    generated!(#name #args)
}

fn generics(model: &Model) -> (TokenStream, TokenStream) {
    let lifetime = has_fields(model).then_some(&model.names.own);
    model.more_generics(lifetime, &[], &[])
}

fn has_fields(model: &Model) -> bool {
    match &model.shape {
        Shape::Struct(body) => !body.fields.is_empty(),
        Shape::Enum(variants) => variants.iter().any(|v| !v.body.fields.is_empty()),
    }
}

/// The declaration, and `Debug`.
pub(super) fn owned(model: &Model, paths: &Paths) -> TokenStream {
    let name = model.derived("Own");
    let vis = visibility::generated(&model.visibility);
    let (params, args) = generics(model);
    let predicates = model.predicates();
    let library = &paths.library;
    let own = &model.names.own;
    let declare = |body: &Body, visible| {
        body.declare(visible, |field| {
            let ty = &field.ty;
            generated!(#library::Own<#own, #ty>)
        })
    };
    let this = model.name();
    let attributes = attributes(model.non_exhaustive);
    let declaration = match &model.shape {
        Shape::Struct(body) => {
            let doc = format!(" The fields of a [`{this}`], each owned by reference.");
            let fields = declare(body, true);
            let item = match body.style {
                Style::Named => generated!(#vis struct #name #params where #predicates #fields),
                Style::Tuple => generated!(#vis struct #name #params #fields where #predicates;),
                Style::Unit => generated!(#vis struct #name #params where #predicates;),
            };
            generated!(#[doc = #doc] #attributes #item)
        }
        Shape::Enum(variants) => {
            let doc = format!(" A [`{this}`] to match on: its fields are owned by reference.");
            let variants = variants.iter().map(|variant| {
                let (docs, ident) = (&variant.docs, &variant.ident);
                let fields = declare(&variant.body, false);
                generated!(#(#docs)* #ident #fields)
            });
            generated! {
                #[doc = #doc]
                #attributes
                #vis enum #name #params where #predicates { #(#variants,)* }
            }
        }
    };
    let debug = debug(model, paths, &params, &generated!(#name #args));
    generated!(#declaration #debug)
}

/// The type is as exhaustive as the one it is made from, and its fields are as visible: lints about that
/// speak to the user there.
pub(super) fn attributes(non_exhaustive: bool) -> TokenStream {
    let non_exhaustive = non_exhaustive.then(|| generated!(#[non_exhaustive]));
    generated! {
        #non_exhaustive
        #[allow(
            clippy::exhaustive_enums,
            clippy::exhaustive_structs,
            clippy::field_scoped_visibility_modifiers,
            clippy::partial_pub_fields,
            reason = "as in the type it is made from"
        )]
    }
}

/// Only where the fields have it; the lifetime in the bounds defers them to where it is used.
fn debug(model: &Model, paths: &Paths, params: &TokenStream, owned: &TokenStream) -> TokenStream {
    let (library, private) = (&paths.library, &paths.private);
    let own = &model.names.own;
    let arm = |path: &TokenStream, name: &str, body: &Body| {
        let pattern = body.braced(path, |field| {
            let binding = &field.binding;
            generated!(ref #binding)
        });
        let is_tuple = body.style == Style::Tuple;
        let fields = body.fields.iter().map(|field| {
            let (name, binding) = (field.literal(), &field.binding);
            let index = field.index;
            generated!((#name, &#private::Nth::<#index, _>(#binding)))
        });
        generated!(#pattern => #private::debug(__f, #name, #is_tuple, &[#(#fields),*]))
    };
    let (arms, bodies): (Vec<_>, Vec<_>) = match &model.shape {
        Shape::Struct(body) => {
            let name = format!("{}Own", model.name());
            (vec![arm(&generated!(Self), &name, body)], vec![body])
        }
        Shape::Enum(variants) => variants
            .iter()
            .map(|variant| {
                let ident = &variant.ident;
                let name = syn::ext::IdentExt::unraw(ident).to_string();
                (
                    arm(&generated!(Self::#ident), &name, &variant.body),
                    &variant.body,
                )
            })
            .unzip(),
    };
    let bounds = bodies.iter().flat_map(|body| &body.fields).map(|field| {
        let ty = &field.ty;
        let index = field.index;
        generated!(for<'__a> #private::Nth<'__a, #index, #library::Own<#own, #ty>>: #private::Debug)
    });
    let predicates = model.predicates();
    generated! {
        #[automatically_derived]
        impl #params #private::Debug for #owned
        where #predicates #(#bounds,)*
        {
            fn fmt(&self, __f: &mut #private::fmt::Formatter<'_>) -> #private::fmt::Result {
                match *self {
                    #(#arms,)*
                }
            }
        }
    }
}
