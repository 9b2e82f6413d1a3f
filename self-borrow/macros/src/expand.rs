//! What stands in place of the struct.

mod access;
mod builder;
mod change;
mod fallback;
mod family;
mod nest;
mod pinned;
mod place;
mod single;
mod step;
mod step_async;
mod structure;
mod traits;
mod types;
mod views;

use crate::attr::{Args, Notation};
use crate::bind::{self, Bind, Read};
use crate::model::Model;
use crate::{cfg, check};
use ownership_macro_support::diag::Diag;
use proc_macro2::TokenStream;
use syn::ItemStruct;

/// `#[self_borrow]`
pub(crate) fn attribute(args: &TokenStream, input: TokenStream) -> TokenStream {
    let mut diag = Diag::new();
    let help = "`#[self_borrow]` goes on a struct";
    let item = diag.parsed(syn::parse2::<ItemStruct>(input.clone()), help);
    let errors = item_or_errors(args, Notation::Attribute, item.as_ref(), diag);
    // A function stays where it is: without it, `main` would be missing, too.
    let function = item.is_none() && syn::parse2::<syn::ItemFn>(input.clone()).is_ok();
    let instead = function.then_some(input);
    generated!(#errors #instead)
}

/// `bind!`
pub(crate) fn bind(input: TokenStream) -> TokenStream {
    let mut diag = Diag::new();
    let bind = diag.parsed(syn::parse2::<Bind>(input), bind::HELP);
    let Some(bind) = bind else {
        let notation = Notation::Bind { names_fit: false };
        return item_or_errors(&TokenStream::new(), notation, None, diag);
    };
    let Read {
        args,
        item,
        names_fit,
    } = bind.read(&mut diag);
    item_or_errors(&args, Notation::Bind { names_fit }, item.as_ref(), diag)
}

fn item_or_errors(
    args: &TokenStream,
    notation: Notation,
    item: Option<&ItemStruct>,
    mut diag: Diag,
) -> TokenStream {
    let read = Args::read(args.clone(), notation, &mut diag);
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
            item.map_or_else(
                || errors.clone(),
                |item| fallback::expand(item, &errors, &library),
            )
        }
    }
}

/// The types where the struct stands; all implementations in a block, in which the library has a short name.
fn expand(model: &Model) -> TokenStream {
    let structure = structure::expand(model);
    let family = family::structure(model);
    let views = views::expand(model);
    let mut types = generated!(#structure #family #views);
    let mut impls = family::implementations(model);
    let methods = access::methods(model);
    let header = types::header(model);
    if model.pinned {
        let more = pinned::methods(model);
        impls.extend(generated!(#header { #more #methods }));
    } else {
        types.extend(builder::structures(model));
        let constructors = builder::constructors(model);
        let changes = change::methods(model);
        impls.extend(generated!(#header { #constructors #methods #changes }));
        impls.extend(builder::implementations(model));
    }
    impls.extend(traits::expand(model));
    let types = types::resolved(model, types);
    let alias = types::alias();
    let path = model.library.private_here();
    let quiet = types::quiet();
    generated! {
        #types
        #quiet
        const _: () = {
            use #path as #alias;
            #impls
        };
    }
}
