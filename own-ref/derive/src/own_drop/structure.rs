//! The struct becomes two: one of the fields, and one around it that destroys them.

use super::fields_name;
use crate::attr::OwnDropArgs;
use crate::model::docs;
use ownership_macro_support::diag::Diag;
use ownership_macro_support::names;
use ownership_macro_support::span;
use ownership_macro_support::visibility;
use proc_macro2::{Ident, Span, TokenStream};
use syn::ext::IdentExt as _;
use syn::punctuated::Punctuated;
use syn::{Attribute, Fields, ItemStruct, Path, Token};

/// `struct Foo { … }` → `struct FooFields { … }`, and `struct Foo(Dropping<FooFields>);` around it.
pub(super) fn expand(item: &ItemStruct, args: &OwnDropArgs, diag: &mut Diag) -> TokenStream {
    let name = &item.ident;
    let fields_name = fields_name(name, args);
    if fields_name == *name {
        diag.error(
            &fields_name,
            "the struct of fields can't have this name too",
        )
        .help(format_args!("write `fields = {}Fields`", name.unraw()));
    }
    let span = Span::mixed_site();
    let library = args.library.at(span);
    let private = args.library.private(span);

    let crate_path = args
        .crate_path
        .as_ref()
        .map(|path| generated!(, crate = #path));
    let derive = if derives(&item.attrs, "Fields") {
        let crate_path = args.crate_path.as_ref();
        let crate_path = crate_path.map(|path| generated!(#[own_ref(crate = #path)]));
        generated!(#crate_path)
    } else {
        generated!(#[derive(#library::Fields)] #[own_ref(split_only #crate_path)])
    };
    let mut fields = item.clone();
    fields.ident = fields_name.clone();
    // The derive stands last: the others come from the user.
    let attrs = core::mem::take(&mut fields.attrs);

    let docs = docs(&item.attrs);
    let kept = item.attrs.iter().filter(|attr| {
        ["must_use", "deprecated"]
            .iter()
            .any(|name| attr.path().is_ident(name))
    });
    let vis = visibility::generated(&item.vis);
    let generics = names::parameters(&item.generics);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let declared = &item.generics.params;
    let declared = (!declared.is_empty()).then(|| generated!(<#declared>));
    // As part of the expansion, a use of a deprecated type is no use that should be warned of.
    let mut this = name.clone();
    this.set_span(span::at(name.span()));
    let fields_type = generated!(#fields_name #ty_generics);
    let least = visibility::generated(&least(item));
    let into_doc = format!(
        " Takes the fields out. The destructor of `{}` doesn't run.",
        name.unraw()
    );
    let blank = (!docs.is_empty()).then(|| generated!(#[doc = ""]));
    let fields_doc = format!(
        " The fields of a [`{0}`], without its destructor: `{0}::from` makes one from them.",
        name.unraw()
    );
    let debug = derives(&item.attrs, "Debug").then(|| debug(item, &this, &private));
    generated! {
        #(#docs)*
        #(#kept)*
        #vis struct #this #declared (#library::Dropping<#fields_type>) #where_clause;

        #(#attrs)*
        #blank
        #[doc = #fields_doc]
        #derive
        #fields

        #[automatically_derived]
        impl #impl_generics #private::From<#fields_type> for #this #ty_generics #where_clause {
            #[inline]
            fn from(fields: #fields_type) -> Self {
                Self(#library::Dropping::new(fields))
            }
        }

        #[automatically_derived]
        impl #impl_generics #private::Deref for #this #ty_generics #where_clause {
            type Target = #fields_type;

            #[inline]
            fn deref(&self) -> &Self::Target {
                &self.0
            }
        }

        #[automatically_derived]
        impl #impl_generics #private::DerefMut for #this #ty_generics #where_clause {
            #[inline]
            fn deref_mut(&mut self) -> &mut Self::Target {
                &mut self.0
            }
        }

        impl #impl_generics #this #ty_generics #where_clause {
            #[doc = #into_doc]
            #[inline]
            #[must_use = "dropping the fields doesn't run the destructor"]
            #least fn into_fields(this: Self) -> #fields_type {
                #library::Dropping::into_inner(this.0)
            }
        }

        #debug
    }
}

/// `Debug` as the derive would write it: with `T: Debug` for each type parameter.
fn debug(item: &ItemStruct, this: &Ident, private: &TokenStream) -> TokenStream {
    let generics = names::parameters(&item.generics);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let own = where_clause.iter().flat_map(|clause| &clause.predicates);
    let params = generics.type_params().map(|param| &param.ident);
    generated! {
        #[automatically_derived]
        impl #impl_generics #private::Debug for #this #ty_generics
        where
            #(#own,)*
            #(#params: #private::Debug,)*
        {
            fn fmt(&self, __f: &mut #private::fmt::Formatter<'_>) -> #private::fmt::Result {
                #private::Debug::fmt(&self.0, __f)
            }
        }
    }
}

/// Whether a derive of this name is among the attributes.
fn derives(attrs: &[Attribute], name: &str) -> bool {
    attrs
        .iter()
        .filter(|attr| attr.path().is_ident("derive"))
        .filter_map(|attr| {
            attr.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated)
                .ok()
        })
        .flatten()
        .any(|path| path.segments.last().is_some_and(|last| last.ident == name))
}

/// Who may take the fields out could also take each of them.
fn least(item: &ItemStruct) -> syn::Visibility {
    let fields = match &item.fields {
        Fields::Named(fields) => fields.named.iter().collect::<Vec<_>>(),
        Fields::Unnamed(fields) => fields.unnamed.iter().collect(),
        Fields::Unit => Vec::new(),
    };
    visibility::least(fields.iter().map(|field| &field.vis).chain([&item.vis]))
}
