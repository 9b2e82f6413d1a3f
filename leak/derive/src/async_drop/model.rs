//! A type that derives `AsyncDrop`, as far as the expansion needs to know it.

use super::attr::How;
use super::generic::Parameters;
use ownership_macro_support::diag::Diag;
use ownership_macro_support::generics;
use ownership_macro_support::span::Extent;
use syn::{Data, DeriveInput, Fields, Generics, Ident, Member};

pub(crate) struct Model {
    pub(crate) ident: Ident,
    /// As an `impl` declares them.
    pub(crate) generics: Generics,
    /// A struct is its only one.
    pub(crate) variants: Vec<Variant>,
}

pub(crate) struct Variant {
    /// None for a struct.
    pub(crate) ident: Option<Ident>,
    pub(crate) fields: Vec<Field>,
}

pub(crate) struct Field {
    /// The name or the index.
    pub(crate) member: Member,
    /// Where the field's type stands; its tokens aren't kept, so that nobody writes them twice.
    pub(crate) ty: Extent,
    pub(crate) how: How,
    /// Whether the type depends on a parameter.
    pub(crate) generic: bool,
}

impl Model {
    pub(crate) fn new(input: &DeriveInput, diag: &mut Diag) -> Self {
        let params = Parameters::of(&input.generics);
        let variants = match &input.data {
            Data::Struct(data) => vec![Variant {
                ident: None,
                fields: fields(&data.fields, &params, diag),
            }],
            Data::Enum(data) => data
                .variants
                .iter()
                .map(|variant| Variant {
                    ident: Some(variant.ident.clone()),
                    fields: fields(&variant.fields, &params, diag),
                })
                .collect(),
            // Was refused.
            Data::Union(_) => Vec::new(),
        };
        Self {
            ident: input.ident.clone(),
            generics: generics::for_impl(&input.generics),
            variants,
        }
    }
}

fn fields(fields: &Fields, params: &Parameters, diag: &mut Diag) -> Vec<Field> {
    fields
        .members()
        .zip(fields)
        .map(|(member, field)| Field {
            member,
            ty: Extent::of(&field.ty),
            how: How::read(&field.attrs, diag),
            generic: params.in_type(&field.ty),
        })
        .collect()
}
