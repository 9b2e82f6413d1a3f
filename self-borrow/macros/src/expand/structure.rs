//! The struct itself.

use super::family::family;
use super::single::Single;
use super::types::{self, level_owners, private};
use crate::model::Model;
use proc_macro2::TokenStream;

pub(super) fn expand(model: &Model) -> TokenStream {
    let attrs = &model.attrs;
    let ident = &model.ident;
    let vis = types::vis(&model.visibility);
    let generics = &model.generics;
    if model.pinned {
        let bound = pinned_bound(model);
        let (impl_generics, ty_generics, _) = generics.split_for_impl();
        let predicates = types::predicates(generics);
        let private_here = model.library.private_here();
        return generated! {
            #private_here::unsafe_pinned! {
                #(#attrs)* #vis struct #ident [#generics] [#impl_generics] [#ty_generics] where [#(#predicates),*]
                bound #bound;
            }
        };
    }
    let where_clause = &generics.where_clause;
    // Of the fields that are left, the visibility is mixed with that of the others.
    let quiet = model.plain().next().map(
        |_| generated!(#[allow(clippy::partial_pub_fields, deprecated, reason = "generated")]),
    );
    let bounds = (!generics.params.is_empty())
        .then(|| generated!(#[allow(explicit_outlives_requirements, reason = "generated")]));
    let body = if let Some(single) = Single::alone(model) {
        let pair = single.pair();
        generated!((#pair) #where_clause;)
    } else {
        let fields = stored(model, model.steps.len());
        generated!(#where_clause { #fields })
    };
    generated! {
        #(#attrs)*
        #quiet
        #bounds
        #vis struct #ident #generics #body
    }
}

/// The fields of the struct, or of a stage of building it: the pair, and the plain fields.
pub(super) fn stored(model: &Model, stage: usize) -> TokenStream {
    let bound = &model.names.bound;
    let ty = bound_at(model, stage);
    let plain = model.plain().map(|field| {
        let (attrs, vis) = (&field.attrs, types::vis(&field.visibility));
        let (ident, ty) = (&field.ident, &field.ty);
        generated!(#(#attrs)* #vis #ident: #ty)
    });
    generated!(#bound: #ty, #(#plain,)*)
}

/// `Bound<'static, Shared<String>, NameFamily<…>>`
fn bound_at(model: &Model, stage: usize) -> TokenStream {
    if let Some(single) = Single::of(model) {
        return single.pair();
    }
    let private = private(model);
    let outer = &model.outer;
    let owners = level_owners(model, 0);
    let family = family(model, &model.generics, stage, 0, &[]);
    generated!(#private::Bound<#outer, #owners, #family>)
}

fn pinned_bound(model: &Model) -> TokenStream {
    let private = private(model);
    let outer = &model.outer;
    let owners = level_owners(model, 0);
    let family = family(model, &model.generics, model.steps.len(), 0, &[]);
    generated!(#private::PinnedBound<#outer, #owners, #family>)
}
