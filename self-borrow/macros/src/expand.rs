//! What stands in place of the struct.

mod access;
mod builder;
mod change;
mod family;
mod nest;
mod pinned;
mod place;
mod step;
mod structure;
mod traits;
mod types;
mod views;

use crate::attr::Args;
use crate::bind::{self, Bind};
use crate::model::Model;
use crate::{cfg, check};
use ownership_macro_support::diag::Diag;
use proc_macro2::TokenStream;
use syn::ItemStruct;

/// `#[self_borrow]`
pub(crate) fn attribute(args: &TokenStream, input: TokenStream) -> TokenStream {
    let mut diag = Diag::new();
    let help = "`#[self_borrow]` goes on a struct";
    let item = diag.parsed(syn::parse2::<ItemStruct>(input), help);
    item_or_errors(args, item.as_ref(), diag)
}

/// `bind!`
pub(crate) fn bind(input: TokenStream) -> TokenStream {
    let mut diag = Diag::new();
    let bind = diag.parsed(syn::parse2::<Bind>(input), bind::HELP);
    let (args, item) = bind.map_or((TokenStream::new(), None), |bind| bind.into_item(&mut diag));
    item_or_errors(&args, item.as_ref(), diag)
}

fn item_or_errors(args: &TokenStream, item: Option<&ItemStruct>, mut diag: Diag) -> TokenStream {
    let read = Args::read(args.clone(), &mut diag);
    let library = read.library.clone();
    let expanded = item.and_then(|item| {
        if let Some(settled) = cfg::settle(item, args, &library, &mut diag) {
            return Some(settled);
        }
        let model = check::model(item, read, &mut diag)?;
        Some(expand(&model))
    });
    match diag.finish(()) {
        Ok(()) => expanded.unwrap_or_default(),
        Err(rejected) => {
            let errors = rejected.compile_errors(&library);
            // The name at least: without it each use would be an error of its own.
            let instead = item.map(structure::after_error);
            generated!(#errors #instead)
        }
    }
}

fn expand(model: &Model) -> TokenStream {
    let structure = structure::expand(model);
    let family = family::expand(model);
    let views = views::expand(model);
    let traits = traits::expand(model);
    let building = if model.pinned {
        TokenStream::new()
    } else {
        builder::expand(model)
    };
    let methods = access::methods(model);
    let more = if model.pinned {
        pinned::methods(model)
    } else {
        let constructors = builder::constructors(model);
        let changes = change::methods(model);
        generated!(#constructors #changes)
    };
    let header = types::header(model);
    generated! {
        #structure
        #family
        #views
        #building
        #[automatically_derived]
        #header {
            #more
            #methods
        }
        #traits
    }
}
