//! A struct with one field.

use super::check;
use crate::derive;
use expect_test::expect;
use macro_test_support::tokens;

#[test]
fn a_struct_with_one_field() {
    check(
        derive::fields(tokens("struct One<T>(#[pin] pub T);")),
        expect![[r#"
            /// The fields of a [`One`], each owned by reference.
            #[allow(
                clippy::exhaustive_enums,
                clippy::exhaustive_structs,
                clippy::field_scoped_visibility_modifiers,
                clippy::partial_pub_fields,
                reason = "as in the type it is made from"
            )]
            struct OneOwn<'own, T>(pub ::own_ref::Own<'own, T>);
            #[automatically_derived]
            impl<'own, T> ::own_ref::__private::Debug for OneOwn<'own, T>
            where
                for<'__a> ::own_ref::__private::Nth<
                    '__a,
                    0usize,
                    ::own_ref::Own<'own, T>,
                >: ::own_ref::__private::Debug,
            {
                fn fmt(
                    &self,
                    __f: &mut ::own_ref::__private::fmt::Formatter<'_>,
                ) -> ::own_ref::__private::fmt::Result {
                    match *self {
                        Self { 0: ref __field_0 } => {
                            ::own_ref::__private::debug(
                                __f,
                                "OneOwn",
                                true,
                                &[("0", &::own_ref::__private::Nth::<0usize, _>(__field_0))],
                            )
                        }
                    }
                }
            }
            ::own_ref::__private::unsafe_split!
            impl [< T >] for [One < T >] where [] owned ['own => OneOwn < 'own , T >] split __this __claim
            fn block() {
                match *__this {
                    Self { 0: ref mut __field_0 } => {
                        let __field_0 = ::own_ref::__private::Claim::own(__claim, __field_0);
                        OneOwn { 0: __field_0 }
                    }
                }
            }

            /// Opens the fields of the parts, in this module and nowhere else.
            #[doc(hidden)]
            struct OneKey(());
            ::own_ref::__private::unsafe_fields!
            impl [< T >] for [One < T >] where [] list [(T , ())] pinned [(T , ())] key [OneKey] fields ["0" 0 . pinned ;] check __this
            fn block() {
                let Self { 0: ref mut __field_0 } = *__this;
                let __field_0 = private::type_of(__field_0);
                let __fields = private::cons(__field_0, private::nil());
                private::is::<<Self as private::Fields>::List>(__fields);
                let __pinned = private::cons(__field_0, private::nil());
                private::is::<<Self as private::Fields>::Pinned>(__pinned);
            }

            /// The field `0` of a [`One`] holds a value.
            #[diagnostic::on_unimplemented(
                message = "field `0` of `One` is not initialised yet",
                label = "`0` is missing",
                note = "give it a value with `.set_0(…)`"
            )]
            trait OneHas0: ::own_ref::part::IsPresent {}
            #[automatically_derived]
            impl OneHas0 for ::own_ref::Present {}
            /// The field `0` of a [`One`] holds no value.
            #[diagnostic::on_unimplemented(
                message = "field `0` of `One` is initialised already",
                label = "`0` is there",
                note = "take the old value out, or drop it with `.drop_0()`, or change it in place"
            )]
            trait OneLacks0: ::own_ref::part::IsAbsent {}
            #[automatically_derived]
            impl OneLacks0 for ::own_ref::Absent {}
            /** An owned reference to a [`One`] of which only some fields are there.

             There is one parameter for each field, in order: `Present` or `Absent`. Dropping a part drops the fields that are there.*/
            #[must_use = "dropping a part drops the fields that are there"]
            struct OnePart<
                'own,
                T,
                Field0: ::own_ref::part::Mark,
                Memory: ::own_ref::part::Brand = ::own_ref::part::Free,
            >(
                ::own_ref::Part<'own, One<T>, (Field0, ()), Memory>,
            );
            #[automatically_derived]
            impl<
                'own,
                T,
                Field0: ::own_ref::part::Mark,
                Memory: ::own_ref::part::Brand,
            > ::own_ref::__private::Debug for OnePart<'own, T, Field0, Memory> {
                fn fmt(
                    &self,
                    __f: &mut ::own_ref::__private::fmt::Formatter<'_>,
                ) -> ::own_ref::__private::fmt::Result {
                    ::own_ref::__private::Debug::fmt(&self.0, __f)
                }
            }
            #[automatically_derived]
            impl<T> ::own_ref::part::Parted for One<T> {
                type Full<'own, Memory: ::own_ref::part::Brand> = OnePart<
                    'own,
                    T,
                    ::own_ref::Present,
                    Memory,
                >;
                type Empty<'own, Memory: ::own_ref::part::Brand> = OnePart<
                    'own,
                    T,
                    ::own_ref::Absent,
                    Memory,
                >;
            }
            #[automatically_derived]
            impl<
                'own,
                T,
                Field0: ::own_ref::part::Mark,
                Memory: ::own_ref::part::Brand,
            > ::own_ref::__private::From<::own_ref::Part<'own, One<T>, (Field0, ()), Memory>>
            for OnePart<'own, T, Field0, Memory> {
                #[inline]
                fn from(__part: ::own_ref::Part<'own, One<T>, (Field0, ()), Memory>) -> Self {
                    Self(__part)
                }
            }
            impl<
                'own,
                T,
                Field0: ::own_ref::part::Mark,
                Memory: ::own_ref::part::Brand,
            > OnePart<'own, T, Field0, Memory> {
                /// From what `carry` of another struct's part returns.
                #[inline]
                fn of(
                    carried: ::own_ref::part::Carried<'own, One<T>, (Field0, ()), Memory>,
                ) -> Self {
                    Self(::own_ref::part::Carried::open(carried, OneKey(())))
                }
                /// The fields that are there, as fields of another struct, in place: see `own_ref::Part::carry`.
                #[inline]
                fn carry<Other>(
                    self,
                ) -> ::own_ref::part::Carried<
                    'own,
                    Other,
                    <(
                        Field0,
                        (),
                    ) as ::own_ref::part::Carry<
                        (T, ()),
                        <Other as ::own_ref::part::Fields>::List,
                    >>::Out,
                    Memory,
                >
                where
                    Other: ::own_ref::part::Fields,
                    (
                        Field0,
                        (),
                    ): ::own_ref::part::Carry<(T, ()), <Other as ::own_ref::part::Fields>::List>,
                    Memory: ::own_ref::part::Hosts<Other>,
                {
                    ::own_ref::Part::carry(self.0, OneKey(()))
                }
            }
            impl<
                'own,
                T,
                Field0: ::own_ref::part::Mark,
                Memory: ::own_ref::part::Brand,
            > OnePart<'own, T, Field0, Memory> {
                /// Puts a value into `0`.
                #[inline]
                pub fn set_0(self, value: T) -> OnePart<'own, T, ::own_ref::Present, Memory>
                where
                    Field0: OneLacks0,
                {
                    OnePart(
                        ::own_ref::Part::set::<::own_ref::part::First>(self.0, OneKey(()), value),
                    )
                }
                /** Builds a value in `0`.

             # Errors

             With what the recipe failed with. The fields that are there are dropped then.*/
                #[inline]
                pub fn init_0<Error, Recipe>(
                    self,
                    recipe: Recipe,
                ) -> ::own_ref::__private::Result<
                    OnePart<'own, T, ::own_ref::Present, Memory>,
                    Error,
                >
                where
                    Field0: OneLacks0,
                    Recipe: ::own_ref::Init<T, Error>,
                {
                    match ::own_ref::Part::init::<
                        ::own_ref::part::First,
                        Error,
                        Recipe,
                    >(self.0, OneKey(()), recipe) {
                        ::own_ref::__private::Ok(__part) => ::own_ref::__private::Ok(OnePart(__part)),
                        ::own_ref::__private::Err(__error) => ::own_ref::__private::Err(__error),
                    }
                }
                /// Moves the value of `0` out.
                #[inline]
                pub fn take_0(self) -> (T, OnePart<'own, T, ::own_ref::Absent, Memory>)
                where
                    Field0: OneHas0,
                    Memory: ::own_ref::part::Movable,
                {
                    let (__value, __part) = ::own_ref::Part::take::<
                        ::own_ref::part::First,
                    >(self.0, OneKey(()));
                    (__value, OnePart(__part))
                }
                /// Drops the value of `0`, in place.
                #[inline]
                pub fn drop_0(self) -> OnePart<'own, T, ::own_ref::Absent, Memory>
                where
                    Field0: OneHas0,
                {
                    OnePart(::own_ref::Part::clear::<::own_ref::part::First>(self.0, OneKey(())))
                }
                /// The value of `0`.
                #[inline]
                #[must_use]
                pub fn get_0(&self) -> &T
                where
                    Field0: OneHas0,
                {
                    ::own_ref::Part::get::<::own_ref::part::First>(&self.0, OneKey(()))
                }
                /// The value of `0`.
                #[inline]
                #[must_use]
                pub fn get_0_mut(&mut self) -> &mut T
                where
                    Field0: OneHas0,
                    Memory: ::own_ref::part::Movable,
                {
                    ::own_ref::Part::get_mut::<::own_ref::part::First>(&mut self.0, OneKey(()))
                }
                /// The value of `0`, pinned.
                #[inline]
                #[must_use]
                pub fn get_0_pin(&mut self) -> ::own_ref::__private::Pin<&mut T>
                where
                    Field0: OneHas0,
                    Memory: ::own_ref::part::Pinning,
                {
                    ::own_ref::Part::get_pin::<::own_ref::part::First>(&mut self.0, OneKey(()))
                }
                /// The fields that are there, as fields of another struct, in place, where `0` turns into a value of the type that it has there: see `own_ref::Part::turn`.
                #[inline]
                fn turn_0<Other, Turn>(
                    self,
                    turn: Turn,
                ) -> ::own_ref::part::Carried<
                    'own,
                    Other,
                    <(
                        Field0,
                        (),
                    ) as ::own_ref::part::Turned<
                        ::own_ref::part::First,
                        (T, ()),
                        <Other as ::own_ref::part::Fields>::List,
                    >>::Out,
                    Memory,
                >
                where
                    Field0: OneHas0,
                    Other: ::own_ref::part::Fields,
                    (
                        Field0,
                        (),
                    ): ::own_ref::part::Turned<
                        ::own_ref::part::First,
                        (T, ()),
                        <Other as ::own_ref::part::Fields>::List,
                    >,
                    Memory: ::own_ref::part::Hosts<Other> + ::own_ref::part::Pinning,
                    Turn: ::own_ref::part::Turn<
                        T,
                        <(
                            Field0,
                            (),
                        ) as ::own_ref::part::Turned<
                            ::own_ref::part::First,
                            (T, ()),
                            <Other as ::own_ref::part::Fields>::List,
                        >>::To,
                    >,
                {
                    ::own_ref::Part::turn::<
                        ::own_ref::part::First,
                        Other,
                        Turn,
                    >(self.0, OneKey(()), turn)
                }
            }
            impl<
                'own,
                T,
                Field0: ::own_ref::part::Mark,
                Memory: ::own_ref::part::Brand,
            > OnePart<'own, T, Field0, Memory> {
                /// The whole value: an `Own`, or a `State` if the memory is in an enum that is being
                /// updated.
                #[inline]
                fn finish(self) -> Memory::Whole<'own, One<T>>
                where
                    Field0: OneHas0,
                {
                    ::own_ref::Part::finish(self.0)
                }
                /// Drops the fields that are there, in place, and gives back the memory, in an enum that is being
                /// updated.
                #[inline]
                fn vacate<Other: ::own_ref::states::States>(
                    self,
                ) -> ::own_ref::states::Vacant<'own, Other, Memory>
                where
                    Memory: ::own_ref::part::Names<Other>,
                {
                    ::own_ref::Part::vacate(self.0)
                }
            }
        "#]],
    );
}
