//! What a type must fulfil to derive `Leak` or `Unleak`.

use ownership_macro_support::attr;
use ownership_macro_support::diag::Diag;
use ownership_macro_support::generics;
use syn::{Attribute, Data, DeriveInput};

/// `#[leak]` stands on the type only.
pub(crate) fn no_attributes_inside(input: &DeriveInput, diag: &mut Diag) {
    no_attribute_inside(input, "leak", diag);
}

/// The attribute of this name stands on the type only.
pub(crate) fn no_attribute_inside(input: &DeriveInput, name: &str, diag: &mut Diag) {
    for param in &input.generics.params {
        refuse(
            name,
            generics::attributes(param),
            "a generic parameter",
            diag,
        );
    }
    match &input.data {
        Data::Struct(data) => fields(name, data.fields.iter(), diag),
        Data::Union(data) => fields(name, data.fields.named.iter(), diag),
        Data::Enum(data) => {
            for variant in &data.variants {
                refuse(name, &variant.attrs, "a variant", diag);
                fields(name, variant.fields.iter(), diag);
            }
        }
    }
}

fn fields<'a>(name: &str, fields: impl Iterator<Item = &'a syn::Field>, diag: &mut Diag) {
    for field in fields {
        refuse(name, &field.attrs, "a field", diag);
    }
}

fn refuse(name: &str, attrs: &[Attribute], place: &str, diag: &mut Diag) {
    const HELP: &str = "put it on the type, below `#[derive(…)]`";
    attr::refuse(attrs, name, place, HELP, diag);
}

/// `derive(Unleak)` makes a type `Leak` where it is `'static`. Without a lifetime or type
/// parameter, it always is.
pub(crate) fn can_be_short_lived(input: &DeriveInput, diag: &mut Diag) {
    if input.generics.lifetimes().next().is_none() && input.generics.type_params().next().is_none()
    {
        let name = &input.ident;
        diag.error(
            name,
            format_args!(
                "`#[derive(Unleak)]` would grant nothing: `{name}` is `'static`, and a `'static` \
                 value can always be forgotten"
            ),
        )
        .help(format_args!(
            "derive `Leak`, or give `{name}` the lifetime of what it borrows, as in `{name}<'a>`"
        ));
    }
}
