//! An enum that derives `States`: what must be true of it, and what the expansion needs of it.

use crate::check::{plain, reprs};
use crate::model::docs;
use ownership_macro_support::attr::{named, refuse};
use ownership_macro_support::diag::Diag;
use ownership_macro_support::generics;
use ownership_macro_support::names::{self, Fresh, derived};
use ownership_macro_support::self_type::ReplaceSelf;
use ownership_macro_support::span;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::ToTokens as _;
use syn::{
    Attribute, Data, DataEnum, DeriveInput, Fields, Generics, Lifetime, Meta, Type, Visibility,
};

/// The enum.
pub(crate) struct Model {
    pub(crate) ident: Ident,
    pub(crate) visibility: Visibility,
    /// As an `impl` declares them, with no `Self` in them.
    pub(crate) generics: Generics,
    /// `Name<'a, T>`
    pub(crate) this: TokenStream,
    pub(crate) variants: Vec<Variant>,
    pub(crate) non_exhaustive: bool,
    pub(crate) update: Lifetime,
    pub(crate) memory: Ident,
}

pub(crate) struct Variant {
    pub(crate) ident: Ident,
    pub(crate) docs: Vec<Attribute>,
    pub(crate) tag: Literal,
    /// None for the sentinel.
    pub(crate) payload: Option<Type>,
}

/// Reads the enum and reports all that is wrong with it. `None` if it is no enum.
pub(crate) fn read(input: &DeriveInput, diag: &mut Diag) -> Option<Model> {
    for param in &input.generics.params {
        helpers(generics::attributes(param), "a generic parameter", diag);
        refuse(
            generics::attributes(param),
            "sentinel",
            "a generic parameter",
            VARIANT,
            diag,
        );
    }
    refuse(&input.attrs, "sentinel", "the type", VARIANT, diag);
    let data = match &input.data {
        Data::Enum(data) => data,
        Data::Struct(data) => {
            diag.error(&data.struct_token, "only an enum has states")
                .help("derive `Fields` for a struct, and `States` for an enum of such structs");
            return None;
        }
        Data::Union(data) => {
            diag.error(&data.union_token, "only an enum has states")
                .help("make it a `#[repr(C, u8)]` enum");
            return None;
        }
    };
    repr(input, diag);
    let has_sentinel = sentinel(input, data, diag);

    let mut fresh = Fresh::beside(input);
    let mut ident = input.ident.clone();
    ident.set_span(span::at(ident.span()));
    let generics = names::parameters(&input.generics);
    let (_, ty_generics, _) = generics.split_for_impl();
    let this = generated!(#ident #ty_generics);
    let mut replace = ReplaceSelf::by(&this);
    let mut seen: Vec<String> = Vec::new();
    let mut variants = Vec::new();
    for (index, variant) in data.variants.iter().enumerate() {
        if let Some((eq, value)) = &variant.discriminant {
            diag.error(value, "the states are numbered in order")
                .help(format_args!(
                    "remove `{} {}`",
                    eq.to_token_stream(),
                    value.to_token_stream()
                ));
        }
        if index == 256 {
            diag.error(&variant.ident, "a `u8` numbers no more than 256 variants")
                .help("group states into structs that hold an enum");
        }
        for attr in named(&variant.attrs, "non_exhaustive") {
            diag.error(
                attr.path(),
                "updates make every variant, also in other crates",
            )
            .help("remove `#[non_exhaustive]`, or put it on the enum");
        }
        helpers(&variant.attrs, "a variant", diag);
        let is_sentinel = named(&variant.attrs, "sentinel").next().is_some();
        let payload = payload(variant, is_sentinel, has_sentinel, input, &mut seen, diag);
        variants.push(Variant {
            ident: variant.ident.clone(),
            docs: docs(&variant.attrs),
            tag: Literal::u8_unsuffixed(u8::try_from(index).unwrap_or(u8::MAX)),
            payload: payload.map(|ty| replace.in_type(ty)),
        });
    }
    Some(Model {
        visibility: input.vis.clone(),
        generics: replace.in_generics(&generics),
        this,
        variants,
        non_exhaustive: named(&input.attrs, "non_exhaustive").next().is_some(),
        update: fresh.lifetime("update"),
        memory: fresh.ident("Memory"),
        ident,
    })
}

const VARIANT: &str = "put it on the variant without data";

fn helpers(attrs: &[Attribute], place: &str, diag: &mut Diag) {
    refuse(attrs, "own_ref", place, "put it on the type", diag);
}

/// `#[repr(C, u8)]`, in any order.
fn repr(input: &DeriveInput, diag: &mut Diag) {
    const HELP: &str = "write `#[repr(C, u8)]`";
    let reprs = reprs(&input.attrs);
    let is = |name: &str| reprs.iter().any(|repr| repr.path().is_ident(name));
    let mut wrong = false;
    for repr in &reprs {
        let fine = matches!(repr, Meta::Path(path) if path.is_ident("C") || path.is_ident("u8"));
        if !fine {
            wrong = true;
            let name = repr.path().to_token_stream();
            diag.error(repr, format_args!("states can't be in a `{name}` enum"))
                .help(if repr.path().is_ident("align") {
                    "put `align` on the struct of a state, or remove it"
                } else {
                    HELP
                });
        }
    }
    if wrong {
        return;
    }
    let missing = match (is("C"), is("u8")) {
        (true, true) => return,
        (true, false) => "nothing fixes the size of the tag",
        (false, true) => "nothing fixes where the data of the variants is",
        (false, false) => "nothing fixes where the tag and the data of the variants are",
    };
    match named(&input.attrs, "repr").next() {
        Some(attr) => diag.error(attr.meta.path(), missing),
        None => diag.error(&input.ident, missing),
    }
    .help(HELP);
}

/// Exactly one.
fn sentinel(input: &DeriveInput, data: &DataEnum, diag: &mut Diag) -> bool {
    let sentinels = data
        .variants
        .iter()
        .flat_map(|variant| named(&variant.attrs, "sentinel"));
    let mut count = 0;
    for attr in sentinels {
        plain(attr, diag);
        count += 1;
        if count > 1 {
            diag.error(attr.path(), "there is a sentinel already")
                .help("keep the one that the enum should be in after a panic");
        }
    }
    if count == 0 {
        let help = match data
            .variants
            .iter()
            .find(|variant| variant.fields.is_empty())
        {
            Some(variant) => format!("write `#[sentinel]` on `{}`", variant.ident),
            None => "add a variant for it: `#[sentinel] Done`".to_owned(),
        };
        diag.error(
            &input.ident,
            "no variant is the sentinel, in which the enum is while it is being updated",
        )
        .help(help);
    }
    count > 0
}

/// The one field of a variant, or none for the sentinel.
fn payload<'v>(
    variant: &'v syn::Variant,
    is_sentinel: bool,
    has_sentinel: bool,
    input: &DeriveInput,
    seen: &mut Vec<String>,
    diag: &mut Diag,
) -> Option<&'v Type> {
    for field in &variant.fields {
        for name in ["sentinel", "own_ref"] {
            refuse(&field.attrs, name, "a field", "put it elsewhere", diag);
        }
        for attr in named(&field.attrs, "pin") {
            diag.error(attr.path(), "a state isn't pinned as a whole")
                .help("put `#[pin]` on fields of the state's struct");
        }
    }
    if is_sentinel {
        if !variant.fields.is_empty() {
            diag.error(
                &variant.fields,
                "the sentinel has no data, as there is none to put there during an update",
            )
            .help("remove the fields, or choose another sentinel");
        }
        return None;
    }
    let field = match &variant.fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => &fields.unnamed[0],
        // The missing sentinel, most likely, which has been reported.
        Fields::Unit if !has_sentinel => return None,
        Fields::Unit => {
            diag.error(&variant.ident, "a state is one struct")
                .help(format_args!(
                    "write `{0}({0})`, with `#[derive(Fields)] #[repr(C)] struct {0};`, or mark the variant \
                     with `#[sentinel]`",
                    variant.ident
                ));
            return None;
        }
        fields => {
            diag.error(fields, "a state is one struct")
                .help(format_args!(
                    "write `{0}({0})`, and move the fields to `#[derive(Fields)] #[repr(C)] struct {0}`",
                    variant.ident
                ));
            return None;
        }
    };
    if generics::type_param(&input.generics, &field.ty).is_some() {
        diag.error(
            &field.ty,
            "a state can't be a type parameter, as it could be any type",
        )
        .help("wrap it into a struct with `#[derive(Fields)]`");
        return None;
    }
    let text = field.ty.to_token_stream().to_string();
    if seen.contains(&text) {
        diag.error(
            &field.ty,
            "another state has this type, and types tell states apart",
        )
        .help("wrap one of them into a struct of its own");
        return None;
    }
    seen.push(text);
    Some(&field.ty)
}

impl Model {
    /// The name of a generated item.
    pub(crate) fn derived(&self, after: &str) -> Ident {
        derived("", &self.ident, after)
    }
}
