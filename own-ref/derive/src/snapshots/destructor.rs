//! A destructor.

use super::check;
use crate::own_drop;
use expect_test::expect;
use macro_test_support::tokens;
use proc_macro2::TokenStream;

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
