//! What stands in place of the struct after an error.
//!
//! A struct of that name which has all methods: without it, each use would be one more error, and the mistake that matters
//! would drown among them. The errors are reported within a type, which becomes the compiler's error type by that. Whatever is
//! of that type is taken without a word. So constants of it stand for the functions, of which it isn't known how many arguments
//! they take; and `Deref` leads to it from the struct.

use ownership_macro_support::crate_path::CratePath;
use proc_macro2::TokenStream;
use quote::{ToTokens as _, format_ident};
use syn::{GenericParam, ItemStruct};

const FUNCTIONS: [&str; 7] = [
    "builder",
    "new",
    "try_new",
    "pin_box",
    "try_pin_box",
    "pin_in",
    "try_pin_in",
];

pub(super) fn expand(item: &ItemStruct, errors: &TokenStream, library: &CratePath) -> TokenStream {
    let (vis, ident, generics) = (&item.vis, &item.ident, &item.generics);
    let fields = generics.params.iter().filter_map(|param| match param {
        GenericParam::Lifetime(param) => {
            let lifetime = &param.lifetime;
            Some(generated!(&#lifetime ()))
        }
        GenericParam::Type(param) => {
            let ident = param.ident.to_token_stream();
            Some(generated!(*const #ident))
        }
        GenericParam::Const(_) => None,
    });
    let fields = fields.enumerate().map(|(index, ty)| {
        let field = format_ident!("_{index}");
        generated!(#field: #ty)
    });
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let functions = FUNCTIONS.map(|name| format_ident!("{name}"));
    let private = library.private_here();
    generated! {
        #vis struct #ident #generics #where_clause { #(#fields),* }
        const _: () = {
            type Mistaken = <[(); { #errors }] as #private::Mistaken>::Type;
            #[allow(non_upper_case_globals, reason = "in place of functions")]
            impl #impl_generics #ident #ty_generics #where_clause {
                #(#vis const #functions: Mistaken = loop {};)*
            }
            impl #impl_generics #private::Deref for #ident #ty_generics #where_clause {
                type Target = Mistaken;
                fn deref(&self) -> &Mistaken {
                    loop {}
                }
            }
        };
    }
}
