//! Building a pinned struct where it stays.

use super::family::inferred;
use super::place::Stage;
use super::single::How;
use super::step::Transition;
use super::types::{self, level_vars, private};
use crate::model::{Kind, Model};
use proc_macro2::{Ident, Span, TokenStream};

/// `pin_box`, `try_pin_box`, `pin_in`, `try_pin_in`, `into_owners`.
///
/// Which of them the library has depends on its features, which an expansion can't ask for; so they are in a macro of the
/// library, which leaves out what isn't there.
pub(super) fn methods(model: &Model) -> TokenStream {
    let private = private(model);
    let private_here = model.library.private_here();
    let vis = types::least(model, &model.fields);
    let vis_owners = types::least(
        model,
        model.fields.iter().filter(|field| is_owner(&field.kind)),
    );
    let (error, slot) = (&model.names.error, &model.names.this);
    let (params, vars, closures) = arguments(model, false);
    let (try_params, _, _) = arguments(model, true);
    let owner_values = level_vars(model, 0);
    let build = build(model);
    let sure = closures.iter().zip(vars.iter()).filter_map(|(places, var)| {
        let places = places.as_ref()?;
        Some(generated!(|#(#places),*| #private::Ok::<_, #private::Infallible>(#var(#(#places),*))))
    });
    let sure: Vec<_> = sure.collect();
    let calls = {
        let mut sure = sure.into_iter();
        let args = closures.iter().zip(&vars).map(|(places, var)| {
            if places.is_some() {
                sure.next().unwrap_or_default()
            } else {
                generated!(#var)
            }
        });
        let args: Vec<_> = args.collect();
        generated!(#(#args),*)
    };
    let given = owners_type(model);
    let given_value = owners_vars(model);
    let arguments = generated! {
        error [#error] slot [#slot]
        vis [#vis] params [#(#params),*] try_params [#(#try_params),*] calls [#calls]
        owners [#owner_values] pattern [#owner_values] given [#given] back [#given_value]
        build [#build] owners_vis [#vis_owners]
    };
    generated! {
        #private_here::pinned_box! { #arguments }
        #private_here::pinned_slot! { #arguments }
    }
}

fn is_owner(kind: &Kind) -> bool {
    matches!(kind, Kind::Owner { level: 0, .. })
}

/// What is given back: the owners that are inline.
fn owners_type(model: &Model) -> TokenStream {
    let owners = model.levels[0].owners.iter().map(|&owner| {
        let ty = &model.field(owner).ty;
        generated!(#ty)
    });
    types::tuple(owners.collect())
}

fn owners_vars(model: &Model) -> TokenStream {
    let owners = model.levels[0].owners.iter().map(|&owner| {
        let var = &model.field(owner).var;
        generated!(#var)
    });
    types::tuple(owners.collect())
}

/// The parameters, in the order of declaration; their names; and, of a closure, the names of its arguments.
fn arguments(
    model: &Model,
    fallible: bool,
) -> (Vec<TokenStream>, Vec<TokenStream>, Vec<Option<Vec<Ident>>>) {
    let transitions = Transition::all(model);
    let (mut params, mut vars, mut closures) = (Vec::new(), Vec::new(), Vec::new());
    for (index, field) in model.fields.iter().enumerate() {
        let ty = &field.ty;
        match transitions.iter().find(|it| it.step.field == index) {
            None => {
                let var = &field.var;
                params.push(generated!(#var: #ty));
                vars.push(generated!(#var));
                closures.push(None);
            }
            Some(step) => {
                let var = builds(&field.stem);
                let closure = step.closure(How::of(false, fallible));
                params.push(generated!(#var: impl #closure));
                vars.push(generated!(#var));
                let owners = step.step.args.iter();
                let places = owners.map(|&owner| types::place_var(model.field(owner)));
                closures.push(Some(places.collect()));
            }
        }
    }
    (params, vars, closures)
}

/// The variable of the closure that builds a field.
fn builds(stem: &str) -> Ident {
    Ident::new(&format!("build_{stem}"), Span::mixed_site())
}

/// The closure that builds what lies beside the owners: `|place| …`, a `Result`.
fn build(model: &Model) -> TokenStream {
    let private = private(model);
    let last = Stage::last(model);
    let transitions = Transition::all(model);
    // From the inside: when all is built, the result; before that, one step after the other.
    let body = transitions.iter().rev().fold(
        {
            let items = last.vars(model);
            generated!(#private::Ok(#items))
        },
        |body, step| {
            let field = model.field(step.step.field);
            let (var, build) = (&field.var, builds(&field.stem));
            let owners = step.step.args.iter();
            let places = owners.map(|&owner| types::place_var(model.field(owner)));
            let made = generated!(#build(#(#places),*));
            // Levels that are opened by this step are around all that comes after it.
            let opened = (step.before.opened.max(1)..step.after.opened).rev();
            let inside = generated! {
                match #made {
                    #private::Ok(#var) => #body,
                    #private::Err(error) => #private::Err(error),
                }
            };
            opened.fold(inside, |inside, level| {
                let owners = level_vars(model, level);
                let family = inferred(model, model.steps.len(), level);
                let places = model.levels[level].owners.iter().map(|&owner| {
                    let var = types::place_var(model.field(owner));
                    generated!(#var)
                });
                let places = types::tuple(places.collect());
                generated! {
                    #private::Bound::<'_, _, #family>::try_new_within(#owners, |#places, _| #inside)
                        .map_err(|(error, _)| error)
                }
            })
        },
    );
    let places = model.levels[0].owners.iter().map(|&owner| {
        let var = types::place_var(model.field(owner));
        generated!(#var)
    });
    let places = types::tuple(places.collect());
    generated!(|#places, _| #body)
}
