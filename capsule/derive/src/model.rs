//! A type that derives `CapsuleSend`, as far as the expansion needs to know it.

use crate::attr;
use ownership_macro_support::diag::Diag;
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
    /// Whether it says `#[capsule(send)]`.
    pub(crate) send: bool,
}

impl Model {
    pub(crate) fn new(input: &DeriveInput, diag: &mut Diag) -> Self {
        Self {
            ident: input.ident.clone(),
            generics: generics::for_impl(&input.generics),
            shape: match &input.data {
                Data::Struct(data) => Shape::Struct(fields(&data.fields, diag)),
                Data::Enum(data) => Shape::Enum(
                    data.variants
                        .iter()
                        .map(|variant| Variant {
                            ident: variant.ident.clone(),
                            fields: fields(&variant.fields, diag),
                        })
                        .collect(),
                ),
                // Refused already.
                Data::Union(_) => Shape::Enum(Vec::new()),
            },
        }
    }
}

fn fields(fields: &Fields, diag: &mut Diag) -> Vec<Field> {
    fields
        .members()
        .zip(fields)
        .map(|(member, field)| Field {
            member,
            ty: Extent::of(&field.ty),
            send: attr::field(&field.attrs, diag),
        })
        .collect()
}
