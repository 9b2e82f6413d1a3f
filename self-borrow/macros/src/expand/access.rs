//! Looking at the fields, and changing them in place.

use super::nest::look;
use super::place::{Item, Stage};
use super::single::Single;
use super::types::{self, private};
use super::views::View;
use crate::model::{Field, Kind, Model, Style};
use ownership_macro_support::span::{self, Extent};
use proc_macro2::{Ident, TokenStream};
use quote::quote_spanned;
use std::collections::HashSet;

/// The names of methods. A field may have the name of one: then its getter has another one.
pub(super) struct Methods {
    taken: HashSet<String>,
}

impl Methods {
    pub(super) fn new() -> Self {
        let general = [
            "builder",
            "new",
            "try_new",
            "with",
            "with_mut",
            "unbind",
            "into_owners",
            "pin_box",
            "try_pin_box",
            "pin_in",
            "try_pin_in",
        ];
        Self {
            taken: general.map(String::from).into(),
        }
    }

    /// `{before}{field}{after}`, or else with `get_` before it, or else with `_` behind it.
    fn take(&mut self, field: &Field, before: &str, after: &str) -> Ident {
        let wish = types::method(field, before, after);
        if self.taken.insert(ident_name(&wish)) {
            return wish;
        }
        let mut name = format!("get_{before}{}{after}", field.stem);
        while !self.taken.insert(name.clone()) {
            name.push('_');
        }
        Ident::new(&name, field.ident.span())
    }

    pub(super) fn getter(&mut self, model: &Model, field: &Field) -> Ident {
        self.take(field, before_number(model), "")
    }

    pub(super) fn about(&mut self, field: &Field, before: &str, after: &str) -> Ident {
        self.take(field, before, after)
    }
}

/// What makes a name of the number of a field.
fn before_number(model: &Model) -> &'static str {
    if model.style == Style::Tuple {
        "get_"
    } else {
        ""
    }
}

fn ident_name(ident: &Ident) -> String {
    use syn::ext::IdentExt as _;
    ident.unraw().to_string()
}

/// `with` and `with_mut`, then the methods of each field.
pub(super) fn methods(model: &Model) -> TokenStream {
    let general = general(model);
    let mut names = Methods::new();
    // Getters first: their names are the shortest.
    let getters: Vec<_> = model
        .fields
        .iter()
        .filter(|field| has_getter(field))
        .map(|field| getter(model, field, &names.getter(model, field)))
        .collect();
    let number = before_number(model);
    let others = model.fields.iter().map(|field| match field.kind {
        Kind::Owner { .. } => TokenStream::new(),
        Kind::Plain if !model.pinned => plain_mut(field, &names.about(field, number, "_mut")),
        Kind::Plain | Kind::Dependent => {
            with_field_mut(model, field, &names.about(field, "with_", "_mut"))
        }
    });
    let others: Vec<_> = others.collect();
    let maps = if model.pinned {
        Vec::new()
    } else {
        let dependents = model.dependents();
        let maps = dependents.map(|field| super::change::maps(model, field, &mut names));
        maps.collect()
    };
    generated!(#general #(#getters)* #(#others)* #(#maps)*)
}

fn has_getter(field: &Field) -> bool {
    match field.kind {
        Kind::Owner { mutable: true, .. } => false,
        Kind::Owner { .. } | Kind::Dependent => field.covariant,
        Kind::Plain => true,
    }
}

/// All owners that can be seen.
fn visible(model: &Model) -> Vec<usize> {
    let fields = model.fields.iter().enumerate();
    let visible = fields.filter(|(_, field)| !field.is_lent_mutably());
    visible.map(|(index, _)| index).collect()
}

fn general(model: &Model) -> TokenStream {
    let vis = types::vis(&model.visibility);
    let this = &model.names.this;
    let result = &model.names.result;
    let items = Stage::last(model).vars(model);
    let with = |view: View, call: TokenStream, outer: TokenStream| {
        let plain = model.plain().filter(|_| !model.pinned).map(|field| {
            let (var, ident) = (&field.var, &field.ident);
            if view == View::Ref {
                generated!(let #var = &self.#ident;)
            } else {
                generated!(let #var = &mut self.#ident;)
            }
        });
        let plain: Vec<_> = plain.collect();
        let value = view.value(model);
        let body = look(
            model,
            &outer,
            &call,
            &items,
            &visible(model),
            &generated!(f(#value)),
        );
        generated!(#(#plain)* #body)
    };
    let private = private(model);
    let (outer, self_mut) = if model.pinned {
        (
            generated!(#private::project::<_, Self>(self)),
            generated!(self: #private::Pin<&#this mut Self>),
        )
    } else {
        (types::pair(model), generated!(&#this mut self))
    };
    let (look_at, change) = if Single::alone(model).is_some() {
        (
            generated!(#private::with(&self.0, f)),
            generated!(#private::with_mut(&mut self.0, f)),
        )
    } else {
        (
            with(View::Ref, generated!(with_within), outer),
            with(View::Mut, generated!(with_mut_within), outer_mut(model)),
        )
    };
    let (view, view_mut) = (View::Ref.name(model), View::Mut.name(model));
    let (binder, binder_mut) = (types::binder(model, &view), types::binder(model, &view_mut));
    generated! {
        /// Calls the closure with all fields, borrowed.
        #vis fn with<#this, #result>(
            &#this self,
            f: impl #binder #private::FnOnce(#view) -> #result,
        ) -> #result {
            #look_at
        }

        /// Calls the closure with all fields, borrowed mutably, but for what is lent.
        #vis fn with_mut<#this, #result>(
            #self_mut,
            f: impl #binder_mut #private::FnOnce(#view_mut) -> #result,
        ) -> #result {
            #change
        }
    }
}

/// The outermost pair, to be changed.
fn outer_mut(model: &Model) -> TokenStream {
    if model.pinned {
        let private = private(model);
        generated!(#private::project_mut::<_, Self>(self))
    } else {
        types::pair(model)
    }
}

/// Whether the field is all that lies beside the owners, in a single pair.
pub(super) fn is_all(model: &Model, field: &Field) -> bool {
    !model.pinned
        && model.levels.len() == 1
        && matches!(Stage::last(model).items.as_slice(), [Item::Value(only)] if model.field(*only).ident == field.ident)
}

fn getter(model: &Model, field: &Field, name: &Ident) -> TokenStream {
    let (vis, attrs) = (types::vis(&field.visibility), &field.attrs);
    let this = &model.names.this;
    let (ident, ty) = (&field.ident, &field.ty);
    if field.is_plain() && !model.pinned {
        return generated! {
            #(#attrs)*
            #[inline]
            #vis fn #name(&self) -> &#ty {
                &self.#ident
            }
        };
    }
    // The place of the only owner of the outermost level: also where the owner's type is a parameter.
    if let Kind::Owner { level: 0, .. } = field.kind
        && !model.pinned
        && model.levels[0].owners.len() == 1
    {
        let pair = types::pair(model);
        let ty = types::at(model, &types::lent(model, field), this);
        return generated! {
            #(#attrs)*
            #[inline]
            #vis fn #name<#this>(&#this self) -> #ty {
                #pair.seen()
            }
        };
    }
    let of = |lifetime: &syn::Lifetime| match field.kind {
        Kind::Owner { .. } => types::at(model, &types::lent(model, field), lifetime),
        Kind::Dependent | Kind::Plain => {
            let ty = types::at(model, ty, lifetime);
            generated!(&#lifetime #ty)
        }
    };
    let shown = of(this);
    let short = &model.names.short;
    let view = View::Ref.name(model);
    let (shorter, call) = projection(model, field, short, &of(short), &view);
    generated! {
        #(#attrs)*
        #[inline]
        #vis fn #name<#this>(&#this self) -> #shown {
            #shorter
            self.with(#call)
        }
    }
}

/// `fn shorter(view) -> field`, and its name, with the types that can't be inferred from what is seen of an owner: from the lends of the struct, whose lengths nobody knows, to the borrow of the struct.
///
/// This is the proof that the field's type is covariant: the compiler does the conversion. If it can't, the error is at the
/// type, and the name of the lifetime says what to do.
fn projection(
    model: &Model,
    field: &Field,
    short: &syn::Lifetime,
    ty: &TokenStream,
    view: &TokenStream,
) -> (TokenStream, TokenStream) {
    let by = [(crate::lifetimes::name(&model.names.this), short.clone())];
    let view = crate::lifetimes::replaced(view, &by);
    let generics = types::generics_in(&model.generics, &generated!(#view #ty));
    let (lifetimes, others) = types::params(&generics);
    let lends = types::lends_in(model, &view);
    let predicates = types::predicates(&generics);
    let clause = (!predicates.is_empty()).then(|| generated!(where #(#predicates),*));
    let Extent { start, end } = Extent::of(&field.ty).generated();
    let view_var = Ident::new("view", start);
    let dot = quote_spanned!(end=> .);
    let member = match model.style {
        Style::Named => {
            let mut ident = field.ident.clone();
            ident.set_span(ident.span().located_at(end));
            generated!(#ident)
        }
        Style::Tuple => {
            let mut index =
                proc_macro2::Literal::usize_unsuffixed(field.stem.parse().unwrap_or_default());
            index.set_span(span::at(end));
            generated!(#index)
        }
    };
    let (_, types) = types::args(&generics);
    let turbofish = (!types.is_empty()).then(|| generated!(::<#(#types),*>));
    let shorter = generated! {
        fn shorter<#short, #(#lifetimes,)* #(#lends,)* #(#others),*>(view: #view) -> #ty #clause {
            #view_var #dot #member
        }
    };
    (shorter, generated!(shorter #turbofish))
}

fn plain_mut(field: &Field, name: &Ident) -> TokenStream {
    let vis = types::vis(&field.visibility);
    let (ident, ty) = (&field.ident, &field.ty);
    let docs = format!("`{}`, to change it.", field.stem);
    let docs = generated!(#[doc = #docs]);
    generated! {
        #docs
        #[inline]
        #vis fn #name(&mut self) -> &mut #ty {
            &mut self.#ident
        }
    }
}

fn with_field_mut(model: &Model, field: &Field, name: &Ident) -> TokenStream {
    let private = private(model);
    let vis = types::vis(&field.visibility);
    let (this, result) = (&model.names.this, &model.names.result);
    let ty = &field.ty;
    let self_mut = if model.pinned {
        generated!(self: #private::Pin<&#this mut Self>)
    } else {
        generated!(&#this mut self)
    };
    let binder = types::binder(model, &generated!(#ty));
    let body = if is_all(model, field) {
        let pair = types::pair(model);
        generated!(#pair.with_dependent_mut(f))
    } else {
        let var = &field.var;
        let items = Stage::last(model).only(model, field);
        let outer = outer_mut(model);
        let call = generated!(with_mut_within);
        look(model, &outer, &call, &items, &[], &generated!(f(#var)))
    };
    let docs = format!("Calls the closure with `{}`, to change it.", field.stem);
    let docs = generated!(#[doc = #docs]);
    generated! {
        #docs
        #vis fn #name<#this, #result>(
            #self_mut,
            f: impl #binder #private::FnOnce(&#this mut #ty) -> #result,
        ) -> #result {
            #body
        }
    }
}
