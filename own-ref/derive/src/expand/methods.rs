//! The methods of `SPart` that are about one field.

use super::Paths;
use super::fields::{key, list};
use super::marks::{has, lacks};
use super::part::{mark_list, of_marks};
use crate::model::{Body, Field, Model};
use ownership_macro_support::visibility;
use proc_macro2::{Ident, TokenStream};

/// One field, and what its methods have in common.
pub(super) struct Methods<'m> {
    model: &'m Model,
    paths: &'m Paths,
    field: &'m Field,
    vis: TokenStream,
    /// `First`, `Next<First>`
    position: TokenStream,
    key: Ident,
    has: Ident,
    /// The part with the field.
    present: TokenStream,
    /// The part without it.
    absent: TokenStream,
    /// A pinned field stays where it is.
    movable: Option<TokenStream>,
    /// `(FieldX, (FieldY, ()))`, as the part has them.
    marks: TokenStream,
    /// The types of all fields.
    list: TokenStream,
    /// As visible as the least visible field: fields go through their types alone.
    least_vis: TokenStream,
}

impl<'m> Methods<'m> {
    pub(super) fn new(model: &'m Model, body: &'m Body, paths: &'m Paths, index: usize) -> Self {
        let field = &body.fields[index];
        let (library, part) = (&paths.library, &paths.part);
        let memory = &model.names.memory;
        let with = |state: TokenStream| {
            let marks = body.fields.iter().enumerate().map(|(i, field)| {
                let mark = &field.mark;
                if i == index {
                    state.clone()
                } else {
                    generated!(#mark)
                }
            });
            let marks: Vec<_> = marks.collect();
            of_marks(model, &marks, &generated!(#memory))
        };
        Self {
            model,
            paths,
            field,
            vis: visibility::generated(&field.visibility),
            position: (0..index).fold(
                generated!(#part::First),
                |position, _| generated!(#part::Next<#position>),
            ),
            key: key(model),
            has: has(model, field),
            present: with(generated!(#library::Present)),
            absent: with(generated!(#library::Absent)),
            movable: field.pinned.then(|| generated!(#memory: #part::Movable,)),
            marks: mark_list(body),
            list: list(body),
            least_vis: visibility::generated(&model.least_visibility(body)),
        }
    }

    pub(super) fn all(&self) -> TokenStream {
        let mut out = self.filling();
        out.extend(self.emptying());
        out.extend(self.borrowing());
        if self.field.pinned {
            out.extend(self.pinned());
            out.extend(self.turning());
        }
        out
    }

    /// `set_x` and `init_x`
    fn filling(&self) -> TokenStream {
        let Self {
            model,
            paths,
            field,
            vis,
            position,
            key,
            present,
            ..
        } = self;
        let Field { ty, mark, name, .. } = field;
        let (library, private) = (&paths.library, &paths.private);
        let (error, recipe) = (&model.names.error, &model.names.recipe);
        let lacks = lacks(model, field);
        let constructor = model.derived("Part");
        let (set, init) = (field.method("set_", ""), field.method("init_", ""));
        let doc_set = format!(" Puts a value into `{name}`.");
        let doc_init = format!(
            " Builds a value in `{name}`.\n\n # Errors\n\n With what the recipe failed with. The fields \
             that are there are dropped then."
        );
        generated! {
            #[doc = #doc_set]
            #[inline]
            #vis fn #set(self, value: #ty) -> #present
            where
                #mark: #lacks,
            {
                #constructor(#library::Part::set::<#position>(self.0, #key(()), value))
            }

            #[doc = #doc_init]
            #[inline]
            #vis fn #init<#error, #recipe>(self, recipe: #recipe) -> #private::Result<#present, #error>
            where
                #mark: #lacks,
                #recipe: #library::Init<#ty, #error>,
            {
                match #library::Part::init::<#position, #error, #recipe>(self.0, #key(()), recipe) {
                    #private::Ok(__part) => #private::Ok(#constructor(__part)),
                    #private::Err(__error) => #private::Err(__error),
                }
            }
        }
    }

    /// `take_x` and `drop_x`
    fn emptying(&self) -> TokenStream {
        let library = &self.paths.library;
        let Self {
            model,
            field,
            vis,
            position,
            key,
            has,
            absent,
            movable,
            ..
        } = self;
        let Field { ty, mark, name, .. } = field;
        let constructor = model.derived("Part");
        let (take, clear) = (field.method("take_", ""), field.method("drop_", ""));
        let doc_take = format!(" Moves the value of `{name}` out.");
        let doc_drop = format!(" Drops the value of `{name}`, in place.");
        generated! {
            #[doc = #doc_take]
            #[inline]
            #vis fn #take(self) -> (#ty, #absent)
            where
                #mark: #has,
                #movable
            {
                let (__value, __part) = #library::Part::take::<#position>(self.0, #key(()));
                (__value, #constructor(__part))
            }

            #[doc = #doc_drop]
            #[inline]
            #vis fn #clear(self) -> #absent
            where
                #mark: #has,
            {
                #constructor(#library::Part::clear::<#position>(self.0, #key(())))
            }
        }
    }

    /// `x` and `x_mut`
    fn borrowing(&self) -> TokenStream {
        let library = &self.paths.library;
        let Self {
            field,
            vis,
            position,
            key,
            has,
            movable,
            ..
        } = self;
        let Field {
            ty,
            mark,
            name,
            docs,
            ..
        } = field;
        let (get, get_mut) = (field.method("", ""), field.method("", "_mut"));
        let doc = format!(" The value of `{name}`.");
        let blank = (!docs.is_empty()).then(|| generated!(#[doc = ""]));
        generated! {
            #[doc = #doc]
            #blank
            #(#docs)*
            #[inline]
            #[must_use]
            #vis fn #get(&self) -> &#ty
            where
                #mark: #has,
            {
                #library::Part::get::<#position>(&self.0, #key(()))
            }

            #[doc = #doc]
            #blank
            #(#docs)*
            #[inline]
            #[must_use]
            #vis fn #get_mut(&mut self) -> &mut #ty
            where
                #mark: #has,
                #movable
            {
                #library::Part::get_mut::<#position>(&mut self.0, #key(()))
            }
        }
    }

    /// `x_pin`
    fn pinned(&self) -> TokenStream {
        let library = &self.paths.library;
        let Self {
            model,
            paths,
            field,
            vis,
            position,
            key,
            has,
            ..
        } = self;
        let Field { ty, mark, name, .. } = field;
        let (part, private, memory) = (&paths.part, &paths.private, &model.names.memory);
        let get_pin = field.method("", "_pin");
        let doc = format!(" The value of `{name}`, pinned.");
        generated! {
            #[doc = #doc]
            #[inline]
            #[must_use]
            #vis fn #get_pin(&mut self) -> #private::Pin<&mut #ty>
            where
                #mark: #has,
                #memory: #part::Pinning,
            {
                #library::Part::get_pin::<#position>(&mut self.0, #key(()))
            }
        }
    }

    /// `turn_x`
    fn turning(&self) -> TokenStream {
        let Self {
            model,
            paths,
            field,
            position,
            key,
            has,
            marks,
            list,
            least_vis,
            ..
        } = self;
        let Field { ty, mark, name, .. } = field;
        let (library, part) = (&paths.library, &paths.part);
        let (own, memory) = (&model.names.own, &model.names.memory);
        let (other, turn) = (&model.names.other, &model.names.turn);
        let name_of = field.method("turn_", "");
        let doc = format!(
            " The fields that are there, as fields of another struct, in place, where `{name}` turns into a value of the type \
             that it has there: see `own_ref::Part::turn`."
        );
        generated! {
            #[doc = #doc]
            #[inline]
            #least_vis fn #name_of<#other, #turn>(
                self,
                turn: #turn,
            ) -> #part::Carried<
                #own,
                #other,
                <#marks as #part::Turned<#position, #list, <#other as #part::Fields>::List>>::Out,
                #memory,
            >
            where
                #mark: #has,
                #other: #part::Fields,
                #marks: #part::Turned<#position, #list, <#other as #part::Fields>::List>,
                #memory: #part::Hosts<#other> + #part::Pinning,
                #turn: #part::Turn<
                    #ty,
                    <#marks as #part::Turned<#position, #list, <#other as #part::Fields>::List>>::To,
                >,
            {
                #library::Part::turn::<#position, #other, #turn>(self.0, #key(()), turn)
            }
        }
    }
}
