//! What the macros expand to, for review. After a change: `UPDATE_EXPECT=1 cargo test -p
//! own-ref-derive`. Whole expansions with their safety arguments, written by hand, are in `own-ref/tests/expanded`.

#![expect(
    clippy::needless_raw_string_hashes,
    clippy::needless_pass_by_value,
    clippy::too_many_lines,
    reason = "this is how `UPDATE_EXPECT` writes an `Expect`, and how `expect!` makes one"
)]

use crate::{derive, own_drop};
use expect_test::{Expect, expect};
use macro_test_support::{assert_no_unsafe, calls, tokens};
use proc_macro2::TokenStream;

fn check(output: TokenStream, expected: Expect) {
    expected.assert_eq(&calls(output, "block"));
}

#[test]
fn no_unsafe_token_anywhere() {
    for item in [
        "struct S<'a, T: Copy> where T: 'a { #[pin] a: &'a T, b: Box<Self> }",
        "enum E { A(u8), B { c: u16 }, C }",
        "#[repr(packed)] struct S(u8);",
    ] {
        assert_no_unsafe(derive::fields(tokens(item)));
    }
    for item in [
        "#[repr(C, u8)] enum E<T> { A(A<T>), #[sentinel] Done }",
        "enum E { A(A), B(A), C(u8, u8), #[sentinel] Done(u8) }",
    ] {
        assert_no_unsafe(derive::states(tokens(item)));
    }
    assert_no_unsafe(own_drop::expand(
        TokenStream::new(),
        &tokens("struct S<T> { a: T }"),
    ));
}

#[test]
fn a_struct_that_is_only_split() {
    let input =
        "#[own_ref(split_only)] pub struct Pair<'a, T = u8> { pub left: &'a T, right: Box<Self> }";
    check(
        derive::fields(tokens(input)),
        expect![[r#"
            /// The fields of a [`Pair`], each owned by reference.
            #[allow(
                clippy::exhaustive_enums,
                clippy::exhaustive_structs,
                clippy::field_scoped_visibility_modifiers,
                clippy::partial_pub_fields,
                reason = "as in the type it is made from"
            )]
            pub struct PairOwn<'own, 'a, T> {
                pub left: ::own_ref::Own<'own, &'a T>,
                right: ::own_ref::Own<'own, Box<Pair<'a, T>>>,
            }
            #[automatically_derived]
            impl<'own, 'a, T> ::own_ref::__private::Debug for PairOwn<'own, 'a, T>
            where
                for<'__a> ::own_ref::__private::Nth<
                    '__a,
                    0usize,
                    ::own_ref::Own<'own, &'a T>,
                >: ::own_ref::__private::Debug,
                for<'__a> ::own_ref::__private::Nth<
                    '__a,
                    1usize,
                    ::own_ref::Own<'own, Box<Pair<'a, T>>>,
                >: ::own_ref::__private::Debug,
            {
                fn fmt(
                    &self,
                    __f: &mut ::own_ref::__private::fmt::Formatter<'_>,
                ) -> ::own_ref::__private::fmt::Result {
                    match *self {
                        Self { left: ref __field_0, right: ref __field_1 } => {
                            ::own_ref::__private::debug(
                                __f,
                                "PairOwn",
                                false,
                                &[
                                    ("left", &::own_ref::__private::Nth::<0usize, _>(__field_0)),
                                    ("right", &::own_ref::__private::Nth::<1usize, _>(__field_1)),
                                ],
                            )
                        }
                    }
                }
            }
            ::own_ref::__private::unsafe_split!
            impl [< 'a , T >] for [Pair < 'a , T >] where [] owned ['own => PairOwn < 'own , 'a , T >] split __this __claim
            fn block() {
                match *__this {
                    Self { left: ref mut __field_0, right: ref mut __field_1 } => {
                        let __field_0 = ::own_ref::__private::Claim::own(__claim, __field_0);
                        let __field_1 = ::own_ref::__private::Claim::own(__claim, __field_1);
                        PairOwn {
                            left: __field_0,
                            right: __field_1,
                        }
                    }
                }
            }

        "#]],
    );
}

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

#[test]
fn states() {
    let input =
        "#[repr(C, u8)] pub enum Machine<T> { Idle(Idle), Busy(Busy<T>), #[sentinel] Done }";
    check(
        derive::states(tokens(input)),
        expect![[r#"
            /// The state that a [`Machine`] is in while it is being updated, owned by reference.
            #[must_use = "dropping a state drops the payload"]
            #[allow(
                clippy::exhaustive_enums,
                clippy::exhaustive_structs,
                clippy::field_scoped_visibility_modifiers,
                clippy::partial_pub_fields,
                reason = "as in the type it is made from"
            )]
            pub enum MachineState<'update, T, Memory: ::own_ref::part::Brand> {
                Idle(::own_ref::states::State<'update, Idle, Memory>),
                Busy(::own_ref::states::State<'update, Busy<T>, Memory>),
                Done(::own_ref::states::Vacant<'update, Machine<T>, Memory>),
            }
            #[automatically_derived]
            impl<'update, T, Memory: ::own_ref::part::Brand> ::own_ref::__private::Debug
            for MachineState<'update, T, Memory>
            where
                ::own_ref::states::State<'update, Idle, Memory>: ::own_ref::__private::Debug,
                ::own_ref::states::State<'update, Busy<T>, Memory>: ::own_ref::__private::Debug,
            {
                fn fmt(
                    &self,
                    __f: &mut ::own_ref::__private::fmt::Formatter<'_>,
                ) -> ::own_ref::__private::fmt::Result {
                    match *self {
                        Self::Idle(ref __state) => {
                            ::own_ref::__private::debug(__f, "Idle", true, &[("", __state)])
                        }
                        Self::Busy(ref __state) => {
                            ::own_ref::__private::debug(__f, "Busy", true, &[("", __state)])
                        }
                        Self::Done(ref __state) => {
                            ::own_ref::__private::debug(__f, "Done", true, &[("", __state)])
                        }
                    }
                }
            }
            ::own_ref::__private::unsafe_states!
            impl [< T >] for [Machine < T >] where [] payloads [(Idle , (Busy < T > , ()))] variants [Idle : Idle = 0 ; Busy : Busy < T > = 1 ;] sentinel Done = 2 state ['update Memory => MachineState < 'update , T , Memory >] check __this
            fn block() {
                match *__this {
                    Self::Idle(_) => {}
                    Self::Busy(_) => {}
                    Self::Done {} => {}
                }
                let __payload_0 = match *__this {
                    Self::Idle(ref mut __payload) => {
                        let __exact = private::type_of(__payload);
                        __exact
                    }
                    _ => loop {}
                };
                let __payload_1 = match *__this {
                    Self::Busy(ref mut __payload) => {
                        let __exact = private::type_of(__payload);
                        __exact
                    }
                    _ => loop {}
                };
                let __payloads = private::cons(
                    __payload_0,
                    private::cons(__payload_1, private::nil()),
                );
                private::is::<<Self as private::Payloads>::List>(__payloads);
            }
            pick __current
            fn block() {
                let __current = match ::own_ref::states::Current::of::<Idle>(__current) {
                    ::own_ref::__private::Ok(__state) => return MachineState::Idle(__state),
                    ::own_ref::__private::Err(__other) => __other,
                };
                let __current = match ::own_ref::states::Current::of::<Busy<T>>(__current) {
                    ::own_ref::__private::Ok(__state) => return MachineState::Busy(__state),
                    ::own_ref::__private::Err(__other) => __other,
                };
                MachineState::Done(::own_ref::states::Current::vacant(__current))
            }

            ::own_ref::__private::unsafe_variant!
            impl [< T >] for [Idle] of [Machine < T >] where [] variant [Machine Idle] = 0
            ::own_ref::__private::unsafe_variant!
            impl [< T >] for [Busy < T >] of [Machine < T >] where [] variant [Machine Busy] = 1
        "#]],
    );
}

#[test]
fn a_destructor() {
    check(
        own_drop::expand(
            TokenStream::new(),
            &tokens("/// Docs.\nstruct Foo { name: String }"),
        ),
        expect![[r#"
            /// Docs.
            struct Foo(::own_ref::Dropping<FooFields>);
            /// Docs.
            ///
            /// The fields of a [`Foo`], without its destructor: `Foo::from` makes one from them.
            #[derive(::own_ref::Fields)]
            #[own_ref(split_only)]
            struct FooFields {
                name: String,
            }
            #[automatically_derived]
            impl ::own_ref::__private::From<FooFields> for Foo {
                #[inline]
                fn from(fields: FooFields) -> Self {
                    Self(::own_ref::Dropping::new(fields))
                }
            }
            #[automatically_derived]
            impl ::own_ref::__private::Deref for Foo {
                type Target = FooFields;
                #[inline]
                fn deref(&self) -> &Self::Target {
                    &self.0
                }
            }
            #[automatically_derived]
            impl ::own_ref::__private::DerefMut for Foo {
                #[inline]
                fn deref_mut(&mut self) -> &mut Self::Target {
                    &mut self.0
                }
            }
            impl Foo {
                /// Takes the fields out. The destructor of `Foo` doesn't run.
                #[inline]
                #[must_use = "dropping the fields doesn't run the destructor"]
                fn into_fields(this: Self) -> FooFields {
                    ::own_ref::Dropping::into_inner(this.0)
                }
            }
        "#]],
    );
    let input = "impl OwnDrop for Foo { fn drop(this: Own<'_, Self>) { drop(this) } }";
    check(
        own_drop::expand(TokenStream::new(), &tokens(input)),
        expect![[r#"
            impl OwnDrop for FooFields {
                fn drop(this: Own<'_, Self>) {
                    drop(this)
                }
            }
        "#]],
    );
}
