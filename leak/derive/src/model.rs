//! A type that derives `Leak`, as far as the expansion needs to know it.

use ownership_macro_support::generics;
use ownership_macro_support::span::Extent;
use syn::{Data, DeriveInput, Fields, Generics, Ident, Member};

/// The type.
pub(crate) struct Model {
    pub(crate) ident: Ident,
    /// As an `impl` declares them.
    pub(crate) generics: Generics,
    pub(crate) shape: Shape,
}

pub(crate) enum Shape {
    Struct(Vec<Field>),
    Enum(Vec<Variant>),
    Union(Vec<Field>),
}

pub(crate) struct Variant {
    pub(crate) ident: Ident,
    pub(crate) fields: Vec<Field>,
}

pub(crate) struct Field {
    /// The name or the index.
    pub(crate) member: Member,
    /// Where the field's type stands; its tokens aren't kept, so that nobody writes them twice.
    pub(crate) ty: Extent,
}

impl Model {
    pub(crate) fn new(input: &DeriveInput) -> Self {
        Self {
            ident: input.ident.clone(),
            generics: generics::for_impl(&input.generics),
            shape: match &input.data {
                Data::Struct(data) => Shape::Struct(fields(&data.fields)),
                Data::Enum(data) => Shape::Enum(
                    data.variants
                        .iter()
                        .map(|variant| Variant {
                            ident: variant.ident.clone(),
                            fields: fields(&variant.fields),
                        })
                        .collect(),
                ),
                Data::Union(data) => Shape::Union(fields(&Fields::Named(data.fields.clone()))),
            },
        }
    }
}

fn fields(fields: &Fields) -> Vec<Field> {
    fields
        .members()
        .zip(fields)
        .map(|(member, field)| Field {
            member,
            ty: Extent::of(&field.ty),
        })
        .collect()
}
