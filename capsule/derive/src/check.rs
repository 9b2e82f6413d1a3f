//! What a type must fulfil.

use ownership_macro_support::attr::refuse;
use ownership_macro_support::diag::Diag;
use ownership_macro_support::generics;
use syn::{Data, DeriveInput, Lifetime};

/// `#[capsule]` stands on the type and on fields only, and there is no union.
pub(crate) fn capsule_send(input: &DeriveInput, diag: &mut Diag) {
    const HELP: &str = "put it on the type or on a field";
    for param in &input.generics.params {
        let attrs = generics::attributes(param);
        refuse(attrs, "capsule", "a generic parameter", HELP, diag);
    }
    match &input.data {
        Data::Struct(_) => {}
        Data::Union(data) => {
            diag.error(
                &data.union_token,
                "`CapsuleSend` can't be derived for a union: nobody knows which field is there",
            )
            .help("make it an enum, or write `unsafe impl CapsuleSend` and say why it is true");
        }
        Data::Enum(data) => {
            for variant in &data.variants {
                refuse(&variant.attrs, "capsule", "a variant", HELP, diag);
            }
        }
    }
}

/// The only lifetime parameter.
pub(crate) fn brand(input: &DeriveInput, diag: &mut Diag) -> Option<Lifetime> {
    let mut lifetimes = input.generics.lifetimes();
    let Some(brand) = lifetimes.next() else {
        let name = &input.ident;
        diag.error(
            name,
            format_args!("`{name}` has no lifetime parameter that could be the brand"),
        )
        .help(format_args!(
            "give it one, as in `{name}<'b>`; what needs no brand is packed as `Plain<{name}>`"
        ));
        return None;
    };
    for other in lifetimes {
        diag.error(&other.lifetime, "a family has one lifetime, the brand")
            .help("write `'static` in place of this one: what a capsule holds doesn't borrow");
    }
    for bound in &brand.bounds {
        diag.error(bound, "the brand is any lifetime, so it has no bounds")
            .help("remove the bound");
    }
    Some(brand.lifetime.clone())
}
