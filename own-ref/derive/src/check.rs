//! What a type must fulfil to derive `Fields`.

use ownership_macro_support::attr::{named, refuse};
use ownership_macro_support::diag::Diag;
use ownership_macro_support::generics;
use ownership_macro_support::span::Extent;
use quote::ToTokens as _;
use std::collections::HashMap;
use syn::ext::IdentExt as _;
use syn::punctuated::Punctuated;
use syn::{Attribute, Data, DeriveInput, Field, Generics, Member, Meta, Token, Type, TypeParam};

/// Methods that the type of a struct's parts has anyway.
pub(crate) const METHODS: &[&str] = &["of", "carry", "finish", "vacate"];

/// All that is wrong with the input of `#[derive(Fields)]`. Whether there is use in expanding it, if anything
/// is: unsized fields give errors wherever their types are written, and too many take their time.
pub(crate) fn fields(input: &DeriveInput, split_only: bool, diag: &mut Diag) -> bool {
    let mut expandable = true;
    for param in &input.generics.params {
        no_helpers(generics::attributes(param), "a generic parameter", diag);
    }
    refuse(&input.attrs, "pin", "the type", "put it on a field", diag);
    for repr in reprs(&input.attrs) {
        if repr.path().is_ident("packed") {
            diag.error(
                repr.path(),
                "the fields of a packed struct can't be owned by reference, as they aren't aligned",
            )
            .help("remove `packed`, or move the packed data into a struct of its own");
        }
    }
    match &input.data {
        Data::Struct(data) => {
            for field in &data.fields {
                refuse(
                    &field.attrs,
                    "own_ref",
                    "a field",
                    "put it on the type",
                    diag,
                );
                pin(&field.attrs, split_only, diag);
                expandable &= sized(field, &input.generics, diag);
            }
            if !split_only {
                expandable &= not_too_many(&data.fields, diag);
                method_names(&data.fields, diag);
            }
        }
        Data::Enum(data) => {
            for variant in &data.variants {
                no_helpers(&variant.attrs, "a variant", diag);
                for field in &variant.fields {
                    refuse(
                        &field.attrs,
                        "own_ref",
                        "a field",
                        "put it on the type",
                        diag,
                    );
                    for attr in named(&field.attrs, "pin") {
                        diag.error(
                            attr.path(),
                            "`#[pin]` has no meaning in an enum that derives `Fields`",
                        )
                        .help("pin the fields of structs, and derive `States` for an enum of them");
                    }
                }
            }
        }
        Data::Union(data) => {
            diag.error(
                &data.union_token,
                "nobody knows which fields of a union hold a value",
            )
            .help("make it a struct or an enum, or move its fields out by hand");
        }
    }
    expandable
}

/// `#[own_ref]` and `#[pin]` don't stand here.
fn no_helpers(attrs: &[Attribute], place: &str, diag: &mut Diag) {
    refuse(attrs, "own_ref", place, "put it on the type", diag);
    refuse(attrs, "pin", place, "put it on a field", diag);
}

/// The arguments of all `#[repr(…)]`.
pub(crate) fn reprs(attrs: &[Attribute]) -> Vec<Meta> {
    let list = |attr: &Attribute| {
        attr.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)
            .ok()
    };
    named(attrs, "repr").filter_map(list).flatten().collect()
}

/// `#[pin]` is plain, and stands once.
fn pin(attrs: &[Attribute], split_only: bool, diag: &mut Diag) {
    for (index, attr) in named(attrs, "pin").enumerate() {
        plain(attr, diag);
        if index > 0 {
            diag.error(attr.path(), "`#[pin]` stands here already")
                .help("remove one of them");
        }
        if split_only {
            diag.error(attr.path(), "`#[pin]` has no meaning with `split_only`")
                .help("remove one of them: nothing is pinned where there are no parts");
        }
    }
}

/// An attribute that takes no arguments.
pub(crate) fn plain(attr: &Attribute, diag: &mut Diag) {
    let name = attr.path().to_token_stream();
    let place = match &attr.meta {
        Meta::Path(_) => return,
        Meta::List(list) => list.delimiter.span().open(),
        Meta::NameValue(meta) => meta.eq_token.span,
    };
    diag.error(place, format_args!("`#[{name}]` takes no arguments"))
        .help(format_args!("write `#[{name}]`"));
}

/// What can be seen to be unsized. The compiler finds the rest.
fn sized(field: &Field, generics: &Generics, diag: &mut Diag) -> bool {
    let is_unsized = match &field.ty {
        Type::Slice(_) | Type::TraitObject(_) => true,
        other => {
            generics::plain_name(other).is_some_and(|name| name == "str")
                || generics::type_param(generics, other).is_some_and(is_relaxed)
        }
    };
    if is_unsized {
        diag.error(&field.ty, "an unsized field can't be owned by itself")
            .help("own it through a pointer, such as `Box`, or give it a size");
    }
    !is_unsized
}

/// `T: ?Sized`
fn is_relaxed(param: &TypeParam) -> bool {
    let mut bounds = param.bounds.iter();
    bounds.any(|bound| bound.to_token_stream().to_string().replace(' ', "") == "?Sized")
}

/// Marks are nested pairs, and the compiler follows them no deeper than its recursion limit.
fn not_too_many(fields: &syn::Fields, diag: &mut Diag) -> bool {
    const MOST: usize = 120;
    if let Some(field) = fields.iter().nth(MOST) {
        let place = field
            .ident
            .as_ref()
            .map_or_else(|| Extent::of(&field.ty), Extent::of);
        diag.error(place, format_args!("a part has no more than {MOST} fields"))
            .help(
                "group fields into structs, or write `#[own_ref(split_only)]` if you need no parts",
            );
    }
    fields.len() <= MOST
}

/// The methods that get their names from a field with this one.
pub(crate) fn methods_of(field: &str) -> [String; 8] {
    [
        ("", ""),
        ("", "_mut"),
        ("", "_pin"),
        ("set_", ""),
        ("init_", ""),
        ("take_", ""),
        ("drop_", ""),
        ("turn_", ""),
    ]
    .map(|(before, after)| format!("{before}{field}{after}"))
}

/// Every field gives its name to methods of the parts, and no two of them may be the same.
fn method_names(fields: &syn::Fields, diag: &mut Diag) {
    let mut taken: HashMap<String, String> = METHODS
        .iter()
        .map(|name| ((*name).to_owned(), "every part".to_owned()))
        .collect();
    for member in fields.members() {
        let Member::Named(name) = &member else {
            continue;
        };
        let text = name.unraw().to_string();
        for method in methods_of(&text) {
            if let Some(other) = taken.get(&method) {
                diag.error(
                    name,
                    format_args!("the part's method `{method}` is there already, for {other}"),
                )
                .help("rename the field, or write `#[own_ref(split_only)]` if you need no parts");
            } else {
                taken.insert(method, format!("the field `{text}`"));
            }
        }
    }
}
