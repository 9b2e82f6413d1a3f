//! A struct that is only split.

use super::check;
use crate::derive;
use expect_test::expect;
use macro_test_support::tokens;

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
