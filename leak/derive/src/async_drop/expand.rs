//! The call of `leak::__private::async_drop::unsafe_derive_async_drop!`, which writes the impl.

use super::attr::{How, TypeArgs};
use super::model::{Field, Model, Variant};
use ownership_macro_support::crate_path::CratePath;
use ownership_macro_support::diag::Rejected;
use ownership_macro_support::field_check::binding;
use ownership_macro_support::impl_header::{self, type_name};
use ownership_macro_support::span::Extent;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
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
    let span = Span::mixed_site();
    let place = Ident::new("__leak_place", span);
    let variants = || model.variants.iter().enumerate();
    let all_ways: Vec<TokenStream> = variants()
        .flat_map(|(n, variant)| ways(n, variant))
        .collect();
    let questions = variants().map(|(n, variant)| question(n, variant, &args.library));
    let arms = variants().map(|(n, variant)| arm(n, variant, &args.library));
    let drops = variants().map(|(_, variant)| drop_arm(variant));
    let withs = model
        .variants
        .iter()
        .flat_map(|variant| &variant.fields)
        .filter(|field| matches!(field.how, How::With(_)))
        .map(|_| quote_spanned!(span=> #private::With));
    let pairs = all_ways.iter().cloned().chain(withs).fold(
        quote_spanned!(span=> ()),
        |rest, first| quote_spanned!(span=> (#first, #rest)),
    );
    // Here, and not in the library's macro: errors at one and the same place are reported once.
    // Where a constant has the name, a binding is a pattern: hence `mut`, and the prefix.
    let glue = quote_spanned! {span=>
        #(let mut #all_ways = #private::Way::unknown();)*
        #private::ask(|mut __leak_value: &Self| match *__leak_value { #(#questions)* });
        let mut __leak_owner = #private::Owner::<Self>::asked();
        let mut __leak_code = (&&__leak_owner).__leak_own_code();
        let mut __leak_unknown = (&&#private::Owner::<#probe>::asked()).__leak_own_code();
        #private::agree(&__leak_owner, (&__leak_code, &__leak_unknown));
        __leak_code.__leak_then(
            #place,
            #pairs,
            |mut #place| #private::unsafe_async_drop_fields! { #place { #(#drops)* } },
            move |mut #place| async move {
                #private::unsafe_async_drop_fields! { #place { #(#arms)* } }
            },
        )
    };
    quote! {
        #private::unsafe_derive_async_drop! {
            #header
            glue #place { #glue }
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

fn header(model: &Model, more: &[WherePredicate]) -> TokenStream {
    impl_header::header(&model.ident, &model.generics, &model.generics, more)
}

/// `Type<'_, _, _>`
fn probe(model: &Model) -> TokenStream {
    let span = Span::mixed_site();
    let ident = type_name(&model.ident);
    let arguments = model.generics.params.iter().map(|param| match param {
        GenericParam::Lifetime(_) => quote_spanned!(span=> '_),
        GenericParam::Type(_) | GenericParam::Const(_) => quote_spanned!(span=> _),
    });
    quote_spanned!(span=> #ident<#(#arguments),*>)
}

/// `Self::Variant`
fn path(variant: &Variant) -> TokenStream {
    let span = Span::mixed_site();
    variant.ident.as_ref().map_or_else(
        || quote_spanned!(span=> Self),
        |ident| quote_spanned!(span=> Self::#ident),
    )
}

/// `Self { a: ref mut field_a, … } => fields (field_a …)`
fn taken_apart(variant: &Variant) -> TokenStream {
    let span = Span::mixed_site();
    let fields_name = Ident::new(FIELDS, span);
    let path = path(variant);
    let patterns = variant.fields.iter().map(|field| {
        let member = &field.member;
        let variable = variable(member);
        quote_spanned!(span=> #member: ref mut #variable)
    });
    // A tuple drops what is left of it in order: what is skipped comes last.
    let (destroyed, skipped) = destroyed_and_skipped(variant);
    let variables = destroyed
        .iter()
        .chain(&skipped)
        .map(|field| variable(&field.member));
    quote_spanned! {span=>
        #path { #(#patterns,)* } => #fields_name (#(#variables)*)
    }
}

const FIELDS: &str = "__leak_fields";

fn destroyed_and_skipped(variant: &Variant) -> (Vec<&Field>, Vec<&Field>) {
    variant
        .fields
        .iter()
        .partition(|field| !matches!(field.how, How::Skip))
}

/// … `{ drop(fields) }`
fn drop_arm(variant: &Variant) -> TokenStream {
    let span = Span::mixed_site();
    let taken_apart = taken_apart(variant);
    quote_spanned!(span=> #taken_apart {})
}

/// … `{ … }`
fn arm(number: usize, variant: &Variant, library: &CratePath) -> TokenStream {
    let span = Span::mixed_site();
    let fields_name = Ident::new(FIELDS, span);
    let taken_apart = taken_apart(variant);
    let (destroyed, _) = destroyed_and_skipped(variant);
    let statements = destroyed.iter().enumerate().map(|(index, field)| {
        let index = Index {
            index: u32::try_from(index).unwrap_or(u32::MAX),
            span,
        };
        let way = way(number, field);
        destroy(
            field,
            &way,
            &quote_spanned!(span=> #fields_name.#index),
            library,
        )
    });
    quote_spanned!(span=> #taken_apart { #(#statements)* })
}

/// `Self { a: ref field_a, .. } => { Way::is(&how_0_a, …); }`
fn question(number: usize, variant: &Variant, library: &CratePath) -> TokenStream {
    let span = Span::mixed_site();
    let private = private(library);
    let path = path(variant);
    let asked = || {
        variant
            .fields
            .iter()
            .filter(|field| matches!(field.how, How::ByType))
    };
    let patterns = asked().map(|field| {
        let member = &field.member;
        let variable = variable(member);
        quote_spanned!(span=> #member: ref #variable)
    });
    let answers = asked().map(|field| {
        let way = way(number, field);
        let variable = variable(&field.member).into_token_stream();
        let (check, argument) = if field.generic {
            ("check_generic_field", &variable)
        } else {
            ("check_field", &way)
        };
        // At the same place as the call: there is where the compiler points.
        let argument = at_type(field.ty, library, "identity", argument.clone());
        let check = at_type(field.ty, library, check, argument);
        quote_spanned! {span=>
            #private::Way::is(&#way, (&&&&&#private::Field::of(#variable)).__leak_how());
            #check;
        }
    });
    quote_spanned!(span=> #path { #(#patterns,)* .. } => { #(#answers)* })
}

/// The variables for how fields are destroyed.
fn ways(number: usize, variant: &Variant) -> Vec<TokenStream> {
    variant
        .fields
        .iter()
        .filter(|field| matches!(field.how, How::ByType))
        .map(|field| way(number, field))
        .collect()
}

fn way(number: usize, field: &Field) -> TokenStream {
    binding(&format!("__leak_how_{number}"), &field.member).into_token_stream()
}

fn variable(member: &Member) -> Ident {
    binding("__leak_field", member)
}

/// The statement that destroys a field. Its value is `place`.
fn destroy(
    field: &Field,
    way: &TokenStream,
    place: &TokenStream,
    library: &CratePath,
) -> TokenStream {
    let span = Span::mixed_site();
    let private = private(library);
    match &field.how {
        How::Skip => TokenStream::new(),
        How::Sync => quote_spanned!(span=> #private::sync_field(#place);),
        How::With(path) => quote_spanned!(span=> #private::field_with(#place, #path).await;),
        How::ByType => {
            let is_plain = quote_spanned!(span=> #private::is_plain(#way));
            quote_spanned! {span=>
                if #is_plain { #private::sync_field(#place); } else { #private::field(#way, #place).await; }
            }
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
