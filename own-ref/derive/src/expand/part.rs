//! `SPart`: a part with methods that are named after the fields.

use super::fields::{key, list};
use super::marks::has;
use super::methods::Methods;
use super::{Paths, pairs};
use crate::check;
use crate::model::{Body, Model};
use ownership_macro_support::visibility;
use proc_macro2::TokenStream;
use std::collections::HashSet;

/// What the items here have in common.
struct Context<'m> {
    model: &'m Model,
    body: &'m Body,
    paths: &'m Paths,
    /// `<'own, T, FieldX: Mark, Memory: Brand>`, without a default.
    params: TokenStream,
    /// `SPart<'own, T, FieldX, Memory>`
    this: TokenStream,
    /// `(FieldX, ())`
    marks: TokenStream,
    /// `Part<'own, S<T>, (FieldX, ()), Memory>`
    raw: TokenStream,
    /// Those of the type.
    predicates: TokenStream,
}

/// The type and all its methods.
pub(super) fn part(model: &Model, body: &Body, paths: &Paths) -> TokenStream {
    let (own, memory) = (&model.names.own, &model.names.memory);
    let (library, part) = (&paths.library, &paths.part);
    let (mut params, args) = parameters(body, paths);
    params.push(generated!(#memory: #part::Brand));
    let (params, _) = model.more_generics(Some(own), &params, &[]);
    let marks = mark_list(body);
    let whole = &model.this;
    let context = Context {
        params,
        this: of_marks(model, &args, &generated!(#memory)),
        raw: generated!(#library::Part<#own, #whole, #marks, #memory>),
        marks,
        predicates: model.predicates(),
        model,
        body,
        paths,
    };
    let mut out = context.declare();
    out.extend(context.conversions());
    out.extend(context.carrying());
    out.extend(context.methods());
    out.extend(context.finishing());
    out
}

/// `FieldX: Mark`, `FieldX`
fn parameters(body: &Body, paths: &Paths) -> (Vec<TokenStream>, Vec<TokenStream>) {
    let part = &paths.part;
    body.fields
        .iter()
        .map(|field| {
            let mark = &field.mark;
            (generated!(#mark: #part::Mark), generated!(#mark))
        })
        .unzip()
}

/// `(FieldX, (FieldY, ()))`, as the part has them.
pub(super) fn mark_list(body: &Body) -> TokenStream {
    pairs(body.fields.iter().map(|field| {
        let mark = &field.mark;
        generated!(#mark)
    }))
}

/// `SPart<'own, T, marks, memory>`
pub(super) fn of_marks(model: &Model, marks: &[TokenStream], memory: &TokenStream) -> TokenStream {
    let name = model.derived("Part");
    let mut args = marks.to_vec();
    args.push(memory.clone());
    let (_, args) = model.more_generics(Some(&model.names.own), &[], &args);
    generated!(#name #args)
}

impl Context<'_> {
    fn declare(&self) -> TokenStream {
        let Self {
            model,
            body,
            paths,
            params,
            this,
            raw,
            predicates,
            ..
        } = self;
        let part = &paths.part;
        let private = &paths.private;
        let vis = visibility::generated(&model.visibility);
        let name = model.derived("Part");
        let memory = &model.names.memory;
        let (mut with_default, _) = parameters(body, paths);
        with_default.push(generated!(#memory: #part::Brand = #part::Free));
        let (with_default, _) = model.more_generics(Some(&model.names.own), &with_default, &[]);
        let whole = model.name();
        let doc = format!(
            " An owned reference to a [`{whole}`] of which only some fields are there.\n\n \
             There is one parameter for each field, in order: `Present` or `Absent`. Dropping a part \
             drops the fields that are there."
        );
        generated! {
            #[doc = #doc]
            #[must_use = "dropping a part drops the fields that are there"]
            #vis struct #name #with_default(#raw) where #predicates;

            #[automatically_derived]
            impl #params #private::Debug for #this where #predicates {
                fn fmt(&self, __f: &mut #private::fmt::Formatter<'_>) -> #private::fmt::Result {
                    #private::Debug::fmt(&self.0, __f)
                }
            }
        }
    }

    fn conversions(&self) -> TokenStream {
        let Self {
            model,
            body,
            paths,
            params,
            this,
            raw,
            predicates,
            ..
        } = self;
        let (library, part, private) = (&paths.library, &paths.part, &paths.private);
        let (own, memory) = (&model.names.own, &model.names.memory);
        let (impl_generics, _, _) = model.generics.split_for_impl();
        let whole = &model.this;
        let all = |mark: TokenStream| {
            let marks = vec![mark; body.fields.len()];
            of_marks(model, &marks, &generated!(#memory))
        };
        let full = all(generated!(#library::Present));
        let empty = all(generated!(#library::Absent));
        generated! {
            #[automatically_derived]
            impl #impl_generics #part::Parted for #whole where #predicates {
                type Full<#own, #memory: #part::Brand> = #full;
                type Empty<#own, #memory: #part::Brand> = #empty;
            }

            #[automatically_derived]
            impl #params #private::From<#raw> for #this where #predicates {
                #[inline]
                fn from(__part: #raw) -> Self {
                    Self(__part)
                }
            }
        }
    }

    /// `of` and `carry`: fields go through their types alone there, so both are as visible as the least
    /// visible field.
    fn carrying(&self) -> TokenStream {
        let Self {
            model,
            body,
            paths,
            marks,
            ..
        } = self;
        let (library, part) = (&paths.library, &paths.part);
        let key = key(model);
        let (own, memory, other) = (&model.names.own, &model.names.memory, &model.names.other);
        let whole = &model.this;
        let vis = visibility::generated(&model.least_visibility(body));
        let list = list(body);
        let of_doc = " From what `carry` of another struct's part returns.";
        let carry_doc = " The fields that are there, as fields of another struct, in place: see \
                         `own_ref::Part::carry`.";
        let methods = generated! {
            #[doc = #of_doc]
            #[inline]
            #vis fn of(carried: #part::Carried<#own, #whole, #marks, #memory>) -> Self {
                Self(#part::Carried::open(carried, #key(())))
            }

            #[doc = #carry_doc]
            #[inline]
            #vis fn carry<#other>(
                self,
            ) -> #part::Carried<
                #own,
                #other,
                <#marks as #part::Carry<#list, <#other as #part::Fields>::List>>::Out,
                #memory,
            >
            where
                #other: #part::Fields,
                #marks: #part::Carry<#list, <#other as #part::Fields>::List>,
                #memory: #part::Hosts<#other>,
            {
                #library::Part::carry(self.0, #key(()))
            }
        };
        self.implementation(&methods)
    }

    fn methods(&self) -> TokenStream {
        let Self {
            model, body, paths, ..
        } = self;
        if body.fields.is_empty() {
            return TokenStream::new();
        }
        // After an error about names that meet, only the first field has them.
        let mut taken: HashSet<String> = check::METHODS.iter().map(ToString::to_string).collect();
        let methods = body.fields.iter().enumerate().filter_map(|(index, field)| {
            let names = check::methods_of(&field.name);
            if names.iter().any(|name| taken.contains(name)) {
                return None;
            }
            taken.extend(names);
            Some(Methods::new(model, body, paths, index).all())
        });
        self.implementation(&methods.collect())
    }

    /// `finish` and `vacate`. The bounds stand on the method, as the compiler reports those in the words of the
    /// traits. It is as visible as the struct: who doesn't see a field can't have put it there, so it holds
    /// what somebody put there who does.
    fn finishing(&self) -> TokenStream {
        let Self {
            model, body, paths, ..
        } = self;
        let (library, part) = (&paths.library, &paths.part);
        let (own, memory, other) = (&model.names.own, &model.names.memory, &model.names.other);
        let vis = visibility::generated(&model.unless_non_exhaustive(&model.visibility));
        let whole_vis = visibility::generated(&model.visibility);
        let whole = &model.this;
        let bounds = body.fields.iter().map(|field| {
            let (mark, has) = (&field.mark, has(model, field));
            generated!(#mark: #has)
        });
        let methods = generated! {
            /// The whole value: an `Own`, or a `State` if the memory is in an enum that is being
            /// updated.
            #[inline]
            #vis fn finish(self) -> #memory::Whole<#own, #whole>
            where
                #(#bounds,)*
            {
                #library::Part::finish(self.0)
            }

            /// Drops the fields that are there, in place, and gives back the memory, in an enum that is being
            /// updated.
            #[inline]
            #whole_vis fn vacate<#other: #library::states::States>(
                self,
            ) -> #library::states::Vacant<#own, #other, #memory>
            where
                #memory: #part::Names<#other>,
            {
                #library::Part::vacate(self.0)
            }
        };
        self.implementation(&methods)
    }

    /// `impl SPart { … }`
    fn implementation(&self, methods: &TokenStream) -> TokenStream {
        let Self {
            params,
            this,
            predicates,
            ..
        } = self;
        generated! {
            impl #params #this where #predicates {
                #methods
            }
        }
    }
}
