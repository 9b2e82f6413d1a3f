//! The call of `leak::__private::async_drop::unsafe_derive_async_drop!`, which writes the impl.

use super::attr::{How, TypeArgs};
use super::model::{Field, Model, Variant};
use ownership_macro_support::crate_path::CratePath;
use ownership_macro_support::diag::Rejected;
use ownership_macro_support::span::{self, Extent};
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::{GenericParam, Index, Member, WherePredicate};

/// The impl is sound because
/// 1. each pattern names all fields of the type or variant, each once, and `match` is exhaustive:
///    if an attribute macro further down adds a field, that doesn't compile;
/// 2. the variables of the patterns go, all of them, into the tuple that `unsafe_async_drop_fields`
///    makes;
/// 3. nothing of that tuple is forgotten: what isn't moved out of it is dropped with it.
pub(crate) fn glue(model: &Model, args: &TypeArgs) -> TokenStream {
    let private = private(&args.library);
    let header = header(model, &args.bound);
    let probe = probe(model);
    let place = Ident::new("__leak_place", Span::mixed_site());
    let code = Ident::new("__leak_code", Span::mixed_site());
    let arms = model
        .variants
        .iter()
        .map(|variant| arm(variant, &args.library));
    quote! {
        #private::unsafe_derive_async_drop! {
            #header
            probe [#probe]
            glue #place #code {
                #private::unsafe_async_drop_fields! { #place #code { #(#arms)* } }
            }
        }
    }
}

/// The errors, and an impl that drops the value: code that needs it gives no errors of its own.
pub(crate) fn after_error(model: &Model, library: &CratePath, rejected: &Rejected) -> TokenStream {
    let errors = rejected.compile_errors(library);
    let private = private(library);
    let header = header(model, &[]);
    quote! {
        #errors
        #private::after_error! { #header }
    }
}

fn private(library: &CratePath) -> TokenStream {
    let private = library.private_here();
    let span = Span::mixed_site();
    quote_spanned!(span=> #private::async_drop)
}

/// `impl [<…>] for [Type<…>] where […]`
fn header(model: &Model, more: &[WherePredicate]) -> TokenStream {
    let (impl_generics, ty_generics, where_clause) = model.generics.split_for_impl();
    let ident = type_name(model);
    let own = where_clause
        .into_iter()
        .flat_map(|clause| &clause.predicates);
    quote! {
        impl [#impl_generics] for [#ident #ty_generics] where [#(#own,)* #(#more,)*]
    }
}

/// As part of the expansion, a use of a deprecated type is no use that should be warned of.
fn type_name(model: &Model) -> Ident {
    let mut ident = model.ident.clone();
    ident.set_span(span::at(ident.span()));
    ident
}

/// `Type<'_, _, _>`
fn probe(model: &Model) -> TokenStream {
    let span = Span::mixed_site();
    let ident = type_name(model);
    let arguments = model.generics.params.iter().map(|param| match param {
        GenericParam::Lifetime(_) => quote_spanned!(span=> '_),
        GenericParam::Type(_) | GenericParam::Const(_) => quote_spanned!(span=> _),
    });
    quote_spanned!(span=> #ident<#(#arguments),*>)
}

/// `Self { a: ref mut field_a, … } => fields (field_a …) { … }`
fn arm(variant: &Variant, library: &CratePath) -> TokenStream {
    let span = Span::mixed_site();
    let fields_name = Ident::new("__leak_fields", span);
    let path = variant.ident.as_ref().map_or_else(
        || quote_spanned!(span=> Self),
        |ident| quote_spanned!(span=> Self::#ident),
    );
    let patterns = variant.fields.iter().map(|field| {
        let member = &field.member;
        let variable = variable(member);
        quote_spanned!(span=> #member: ref mut #variable)
    });
    // A tuple drops what is left of it in order: what is skipped comes last.
    let (skipped, destroyed): (Vec<&Field>, Vec<&Field>) = variant
        .fields
        .iter()
        .partition(|field| matches!(field.how, How::Skip));
    let variables = destroyed
        .iter()
        .chain(&skipped)
        .map(|field| variable(&field.member));
    let statements = destroyed.iter().enumerate().map(|(index, field)| {
        let index = Index {
            index: u32::try_from(index).unwrap_or(u32::MAX),
            span,
        };
        destroy(field, &quote_spanned!(span=> #fields_name.#index), library)
    });
    quote_spanned! {span=>
        #path { #(#patterns,)* } => #fields_name (#(#variables)*) { #(#statements)* }
    }
}

fn variable(member: &Member) -> Ident {
    let span = Span::mixed_site();
    match member {
        Member::Named(name) => format_ident!("__leak_field_{}", name, span = span),
        Member::Unnamed(index) => format_ident!("__leak_field_{}", index.index, span = span),
    }
}

/// The statement that destroys a field. Its value is `place`.
fn destroy(field: &Field, place: &TokenStream, library: &CratePath) -> TokenStream {
    let span = Span::mixed_site();
    let private = private(library);
    match &field.how {
        How::Skip => TokenStream::new(),
        How::Sync => quote_spanned!(span=> #private::sync_field(#place);),
        How::With(path) => quote_spanned!(span=> #private::field_with(#place, #path).await;),
        How::ByType if field.generic => {
            let argument = quote_spanned! {span=>
                (&&#private::Field::of(&#place)).__leak_pinning(#place)
            };
            let call = at_type(field.ty, library, "generic_field", argument);
            quote_spanned!(span=> #call.await;)
        }
        How::ByType => {
            let how = quote_spanned!(span=> (&&&&&#private::Field::of(&#place)).__leak_how());
            let argument = quote_spanned!(span=> #how, #place);
            let call = at_type(field.ty, library, "field", argument);
            quote_spanned!(span=> #call.await;)
        }
    }
}

/// A call that stands where the field's type stands: errors about it point there.
fn at_type(ty: Extent, library: &CratePath, function: &str, argument: TokenStream) -> TokenStream {
    let Extent { start, end } = ty.generated();
    let private = library.private(start);
    let module = quote_spanned!(start=> #private::async_drop::);
    let function = Ident::new(function, end);
    let mut arguments = Group::new(Delimiter::Parenthesis, argument);
    arguments.set_span(end);
    quote!(#module #function #arguments)
}
