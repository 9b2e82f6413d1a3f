//! `EState`, and `unsafe impl States`, by `own_ref::__private::unsafe_states!`.

use super::owned::attributes;
use super::{Checks, Paths, conses, pairs};
use crate::states_model::Model;
use ownership_macro_support::crate_path::CratePath;
use ownership_macro_support::visibility;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::format_ident;
use syn::ext::IdentExt as _;
use syn::{GenericParam, Type};

/// `#[derive(States)]`
///
/// The types of the payloads are written several times; what they are is found out once for each promise:
/// 1. `__Payloads::List`, from which the condition for `Unpin` is made, is compared with the payloads, by
///    value inference, in the block, which names all variants;
/// 2. `unsafe_variant!` compares the type it implements `Variant` for with the payload, and
///    `unsafe_states!` the tags and offsets, when the program is compiled;
/// 3. everything else is safe code in terms of `Variant`.
pub(crate) fn states(model: &Model, library: &CratePath, checks: Checks) -> TokenStream {
    let paths = Paths::new(library);
    let mut out = state_enum(model, &paths);
    out.extend(implementation(model, &paths, checks));
    out.extend(variants(model, &paths));
    out
}

/// `<'update, T, Memory: Brand>` and `<'update, T, Memory>`
fn state_generics(model: &Model, paths: &Paths) -> (TokenStream, TokenStream) {
    let (update, memory) = (&model.update, &model.memory);
    let part = &paths.part;
    let mut params = vec![generated!(#update)];
    let mut args = vec![generated!(#update)];
    for param in &model.generics.params {
        match param {
            GenericParam::Lifetime(param) => {
                let lifetime = &param.lifetime;
                params.push(generated!(#param));
                args.push(generated!(#lifetime));
            }
            GenericParam::Type(param) => {
                let (ident, colon, bounds) = (&param.ident, &param.colon_token, &param.bounds);
                params.push(generated!(#ident #colon #bounds));
                args.push(generated!(#ident));
            }
            GenericParam::Const(param) => {
                let (ident, ty) = (&param.ident, &param.ty);
                params.push(generated!(const #ident: #ty));
                args.push(generated!(#ident));
            }
        }
    }
    params.push(generated!(#memory: #part::Brand));
    args.push(generated!(#memory));
    (generated!(<#(#params),*>), generated!(<#(#args),*>))
}

fn predicates(model: &Model) -> TokenStream {
    let predicates = model.generics.where_clause.iter();
    let predicates = predicates.flat_map(|clause| &clause.predicates);
    generated!(#(#predicates,)*)
}

fn state_enum(model: &Model, paths: &Paths) -> TokenStream {
    let name = model.derived("State");
    let vis = visibility::generated(&model.visibility);
    let (params, args) = state_generics(model, paths);
    let predicates = predicates(model);
    let (library, private) = (&paths.library, &paths.private);
    let (update, memory, this) = (&model.update, &model.memory, &model.this);
    let doc = format!(
        " The state that a [`{}`] is in while it is being updated, owned by reference.",
        model.ident.unraw()
    );
    let attributes = attributes(model.non_exhaustive);
    let variants = model.variants.iter().map(|variant| {
        let (docs, ident) = (&variant.docs, &variant.ident);
        let held = if let Some(ty) = &variant.payload {
            generated!(#library::states::State<#update, #ty, #memory>)
        } else {
            generated!(#library::states::Vacant<#update, #this, #memory>)
        };
        generated!(#(#docs)* #ident(#held))
    });
    let bounds = model.variants.iter().filter_map(|variant| {
        let ty = variant.payload.as_ref()?;
        Some(generated!(#library::states::State<#update, #ty, #memory>: #private::Debug))
    });
    let arms = model.variants.iter().map(|variant| {
        let ident = &variant.ident;
        let name = ident.unraw().to_string();
        generated!(Self::#ident(ref __state) => #private::debug(__f, #name, true, &[("", __state)]))
    });
    generated! {
        #[doc = #doc]
        #[must_use = "dropping a state drops the payload"]
        #attributes
        #vis enum #name #params where #predicates {
            #(#variants,)*
        }

        #[automatically_derived]
        impl #params #private::Debug for #name #args
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

fn implementation(model: &Model, paths: &Paths, checks: Checks) -> TokenStream {
    let this = Ident::new("__this", Span::mixed_site());
    let current = Ident::new("__current", Span::mixed_site());
    let payload = Ident::new("__payload", Span::mixed_site());
    let name = model.derived("State");
    let states = model
        .variants
        .iter()
        .enumerate()
        .filter_map(|(index, variant)| Some((index, variant, variant.payload.as_ref()?)));
    let list = pairs(states.clone().map(|(_, _, ty)| generated!(#ty)));
    let checked = states.clone().map(|(_, variant, ty)| {
        let (ident, tag) = (&variant.ident, &variant.tag);
        generated!(#ident: #ty = #tag;)
    });

    // One loop over all variants: each arm gives the exact type of its payload, the others diverge.
    let names: Vec<_> = states
        .clone()
        .map(|(index, ..)| format_ident!("__payload_{}", index, span = Span::mixed_site()))
        .collect();
    let finds = states.clone().zip(&names).map(|((_, variant, _), name)| {
        let ident = &variant.ident;
        let exact = Ident::new("__exact", Span::mixed_site());
        generated! {
            let #name = match *#this {
                Self::#ident(ref mut #payload) => {
                    let #exact = private::type_of(#payload);
                    #exact
                }
                _ => loop {},
            };
        }
    });
    let all = model.variants.iter().map(|variant| {
        let ident = &variant.ident;
        if variant.payload.is_some() {
            generated!(Self::#ident(_) => {})
        } else {
            generated!(Self::#ident {} => {})
        }
    });
    let conses = conses(names.iter());
    let check = match checks {
        Checks::On => generated!({
            match *#this { #(#all)* }
            #(#finds)*
            let __payloads = #conses;
            private::is::<<Self as private::Payloads>::List>(__payloads);
        }),
        Checks::AfterError => generated!({}),
    };

    let (library, private) = (&paths.library, &paths.private);
    let picks = states.clone().map(|(_, variant, ty): (_, _, &Type)| {
        let ident = &variant.ident;
        generated! {
            let #current = match #library::states::Current::of::<#ty>(#current) {
                #private::Ok(__state) => return #name::#ident(__state),
                #private::Err(__other) => __other,
            };
        }
    });
    let sentinel = model
        .variants
        .iter()
        .find(|variant| variant.payload.is_none());
    let tag = sentinel.map_or(Literal::u8_unsuffixed(0), |variant| variant.tag.clone());
    let sentinel = sentinel.map(|variant| &variant.ident);
    let (pick, checked, sentinel) = match checks {
        Checks::On => (
            generated!({ #(#picks)* #name::#sentinel(#library::states::Current::vacant(#current)) }),
            generated!(#(#checked)*),
            sentinel,
        ),
        Checks::AfterError => (
            generated!({ let _ = #current; loop {} }),
            TokenStream::new(),
            None,
        ),
    };

    let here = &paths.private_here;
    let (impl_generics, _, _) = model.generics.split_for_impl();
    let predicates = predicates(model);
    let (whole, update, memory) = (&model.this, &model.update, &model.memory);
    let (_, args) = state_generics(model, paths);
    generated! {
        #here::unsafe_states! {
            impl [#impl_generics] for [#whole] where [#predicates]
            payloads [#list]
            variants [#checked]
            sentinel #sentinel = #tag
            state [#update #memory => #name #args]
            check #this #check
            pick #current #pick
        }
    }
}

fn variants(model: &Model, paths: &Paths) -> TokenStream {
    let here = &paths.private_here;
    let (impl_generics, _, _) = model.generics.split_for_impl();
    let predicates = predicates(model);
    let (whole, name) = (&model.this, &model.ident);
    let states = model.variants.iter();
    states
        .filter_map(|variant| {
            let ty = variant.payload.as_ref()?;
            let (ident, tag) = (&variant.ident, &variant.tag);
            Some(generated! {
                #here::unsafe_variant! {
                    impl [#impl_generics] for [#ty] of [#whole] where [#predicates]
                    variant [#name #ident] = #tag
                }
            })
        })
        .collect()
}
