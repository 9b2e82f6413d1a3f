//! `#[leak_bounds]`

use super::{check, check_errors, tokens};
use crate::leak_bounds::expand;
use expect_test::{Expect, expect};
use proc_macro2::TokenStream;

fn bounds(item: &str, expected: Expect) {
    check(expand(TokenStream::new(), tokens(item)), expected);
}

fn errors(item: &str, expected: Expect) {
    check_errors(expand(TokenStream::new(), tokens(item)), expected);
}

#[test]
fn type_parameters() {
    bounds(
        "/// Docs.
         #[inline]
         pub fn f<'a, T, U: Copy + ?Sized, const N: usize>(t: T, u: &'a U) -> [T; N]
         where T: 'a { body::<fn(impl Kept)>() }",
        expect![[r#"
            /// Docs.
            #[inline]
            pub fn f<'a, T, U: Copy + ?Sized + ::leak::Leak, const N: usize>(
                t: T,
                u: &'a U,
            ) -> [T; N]
            where
                T: 'a + ::leak::Leak,
            {
                body::<fn(impl Kept)>()
            }
        "#]],
    );
}

#[test]
fn relaxed_type_parameters() {
    bounds(
        "struct S<A: ?Leak, B: Copy + ?Forget, C: ?leak::Leak + Copy, D = u8, E: ?Sized = str>(A)
         where B: Debug, D: ?::leak::Leak, E: Debug + ?::leak::Forget + Eq;",
        expect![[r#"
            struct S<A, B: Copy, C: Copy, D = u8, E: ?Sized = str>(
                A,
            )
            where
                B: Debug,
                E: Debug + Eq;
        "#]],
    );
}

#[test]
fn bounds_that_are_there_already() {
    bounds(
        "enum E<A: Leak, B, C> where B: leak::Leak, for<'a> C: Tr<'a> + ::leak::Forget { A(A) }",
        expect![[r#"
            enum E<A: Leak, B, C>
            where
                B: leak::Leak,
                for<'a> C: Tr<'a> + ::leak::Forget,
            {
                A(A),
            }
        "#]],
    );
}

#[test]
fn impl_trait_in_arguments() {
    bounds(
        "fn f(
            a: impl Debug,
            b: &'static mut impl Iterator<Item = impl Debug>,
            c: impl Debug + ?Leak,
            d: (Vec<impl Leak + Copy>, *const impl Debug, [impl Sized + ?Forget; 3]),
            e: &(impl Debug + Send),
            g: &(impl Debug + ?Leak),
            f: impl Fn(u8) -> u8 + 'static,
        ) -> impl Debug {}",
        expect![[r#"
            fn f(
                a: impl Debug + ::leak::Leak,
                b: &'static mut (impl Iterator<Item = impl Debug + ::leak::Leak> + ::leak::Leak),
                c: impl Debug,
                d: (Vec<impl Leak + Copy>, *const (impl Debug + ::leak::Leak), [impl Sized; 3]),
                e: &(impl Debug + Send + ::leak::Leak),
                g: &impl Debug,
                f: impl Fn(u8) -> u8 + 'static + ::leak::Leak,
            ) -> impl Debug {}
        "#]],
    );
}

#[test]
fn an_impl_block() {
    bounds(
        "impl<T, U: ?Leak> Trait<T> for Type<U> where U: Debug {
            type Plain = T;
            type Generic<A, B: ?Leak> = A where A: Copy;
            const C: u8 = 0;
            fn method<X>(&self, x: X, y: impl Debug) { fn nested<T>(t: T) {} }
            #[leak_bounds]
            fn on_its_own<X: ?Leak>(&self, x: X) {}
            #[cfg_attr(all(), ::leak::leak_bounds)]
            fn on_its_own_maybe<X: ?Leak>(&self, x: X) {}
        }",
        expect![[r#"
            impl<T: ::leak::Leak, U> Trait<T> for Type<U>
            where
                U: Debug,
            {
                type Plain = T;
                type Generic<A, B> = A where A: Copy + ::leak::Leak;
                const C: u8 = 0;
                fn method<X: ::leak::Leak>(&self, x: X, y: impl Debug + ::leak::Leak) {
                    fn nested<T>(t: T) {}
                }
                #[leak_bounds]
                fn on_its_own<X: ?Leak>(&self, x: X) {}
                #[cfg_attr(all(), ::leak::leak_bounds)]
                fn on_its_own_maybe<X: ?Leak>(&self, x: X) {}
            }
        "#]],
    );
}

#[test]
fn a_trait() {
    bounds(
        "pub unsafe trait Trait<T = u8, U: ?Leak = u8>: Sized {
            type Plain: Debug;
            type Generic<'a, A, B: ?Leak>: Debug where Self: 'a;
            fn required<X>(&self, x: X, y: impl Debug);
            fn provided<X: ?Leak>(self: Box<Self>, x: X) { body() }
        }",
        expect![[r#"
            pub unsafe trait Trait<T: ::leak::Leak = u8, U = u8>: Sized {
                type Plain: Debug;
                type Generic<'a, A: ::leak::Leak, B>: Debug where Self: 'a;
                fn required<X: ::leak::Leak>(&self, x: X, y: impl Debug + ::leak::Leak);
                fn provided<X>(self: Box<Self>, x: X) {
                    body()
                }
            }
        "#]],
    );
}

#[test]
fn a_union_and_a_method_without_a_body() {
    bounds(
        "union U<T: Copy> { t: T }",
        expect![[r#"
        union U<T: Copy + ::leak::Leak> {
            t: T,
        }
    "#]],
    );
    let output = expand(TokenStream::new(), tokens("fn method<T>(&self, t: T);"));
    expect!["fn method < T : :: leak :: Leak > (& self , t : T) ;"].assert_eq(&output.to_string());
}

#[test]
fn another_crate() {
    let output = expand(
        tokens("crate = crate::deps::leak"),
        tokens("fn f<T, U: ?crate::deps::leak::Leak>() {}"),
    );
    check(
        output,
        expect![[r#"
        fn f<T: crate::deps::leak::Leak, U>() {}
    "#]],
    );
}

#[test]
fn relaxing_what_is_not_there() {
    errors(
        "impl<T> Trait for Type<dyn Debug + ?Leak> where Vec<T>: ?Leak {
            fn method<U>(&self) -> impl Iterator<Item: ?Leak> + ?Leak where T: ?Leak {}
        }",
        expect![[r#"
            "`?Leak` relaxes nothing: only a type parameter gets a bound\n\nhelp: remove it; `?Leak` belongs to a type parameter or an `impl Trait` argument, where it is declared"
            "`?Leak` relaxes nothing: a `dyn Trait` gets no bound\n\nhelp: remove it; `?Leak` belongs to a type parameter or an `impl Trait` argument, where it is declared"
            "`?Leak` relaxes nothing: `T` is not declared by this item\n\nhelp: remove it; `?Leak` belongs to a type parameter or an `impl Trait` argument, where it is declared"
            "`?Leak` relaxes nothing: a returned `impl Trait` gets no bound\n\nhelp: remove it; `?Leak` belongs to a type parameter or an `impl Trait` argument, where it is declared"
            "`?Leak` relaxes nothing: an associated type gets no bound\n\nhelp: remove it; `?Leak` belongs to a type parameter or an `impl Trait` argument, where it is declared"
        "#]],
    );
    errors(
        "trait Trait: ?Leak { type Plain: ?Leak; type Generic<T: ?Leak>: ?Forget; }",
        expect![[r#"
            "`?Leak` relaxes nothing: `Self` gets no bound\n\nhelp: remove it; `?Leak` belongs to a type parameter or an `impl Trait` argument, where it is declared"
            "`?Leak` relaxes nothing: an associated type gets no bound\n\nhelp: remove it; `?Leak` belongs to a type parameter or an `impl Trait` argument, where it is declared"
            "`?Leak` relaxes nothing: an associated type gets no bound\n\nhelp: remove it; `?Leak` belongs to a type parameter or an `impl Trait` argument, where it is declared"
        "#]],
    );
    errors(
        "struct S<T = dyn Debug + ?Leak>(T);",
        expect![[r#"
        "`?Leak` relaxes nothing: a `dyn Trait` gets no bound\n\nhelp: remove it; `?Leak` belongs to a type parameter or an `impl Trait` argument, where it is declared"
    "#]],
    );
}

#[test]
fn contradictions() {
    errors(
        "fn f<T: ?Leak, U: ?Leak + ?Forget>(t: T, i: impl ?Leak, j: impl Leak + ?Leak) where T: Leak {}",
        expect![[r#"
            "`T` is declared both `Leak` and `?Leak`\n\nhelp: keep `?Leak` if types that must not be forgotten are welcome, else `Leak`"
            "`U` is declared `?Leak` more than once\n\nhelp: remove this one"
            "an `impl ?Leak` names no trait\n\nhelp: write `impl Sized + ?Leak`, or declare a type parameter: `T: ?Leak`"
            "this `impl Trait` is declared both `Leak` and `?Leak`\n\nhelp: keep `?Leak` if types that must not be forgotten are welcome, else `Leak`"
        "#]],
    );
}

#[test]
fn after_an_error_nothing_is_left_for_the_compiler_to_reject() {
    bounds(
        "fn f<T: ?Leak>(i: impl ?Leak) -> Box<dyn Debug + ?Leak> where T: Leak, Vec<T>: ?Leak {}",
        expect![[r#"
            ::leak::__private::compile_error! {
                "`T` is declared both `Leak` and `?Leak`\n\nhelp: keep `?Leak` if types that must not be forgotten are welcome, else `Leak`"
            }
            ::leak::__private::compile_error! {
                "an `impl ?Leak` names no trait\n\nhelp: write `impl Sized + ?Leak`, or declare a type parameter: `T: ?Leak`"
            }
            ::leak::__private::compile_error! {
                "`?Leak` relaxes nothing: only a type parameter gets a bound\n\nhelp: remove it; `?Leak` belongs to a type parameter or an `impl Trait` argument, where it is declared"
            }
            ::leak::__private::compile_error! {
                "`?Leak` relaxes nothing: a `dyn Trait` gets no bound\n\nhelp: remove it; `?Leak` belongs to a type parameter or an `impl Trait` argument, where it is declared"
            }
            fn f<T>(i: impl ::leak::Leak) -> Box<dyn Debug>
            where
                T: Leak,
                Vec<T>:,
            {}
        "#]],
    );
}

#[test]
fn other_items() {
    for item in [
        "const C: u8 = 0;",
        "static S: u8 = 0;",
        "mod m {}",
        "pub(crate) type T<U> = U;",
        "use a::b;",
        "extern crate a;",
        "unsafe extern \"C\" {}",
        "macro_rules! m { () => {} }",
        "m!();",
        "trait Alias = Debug;",
    ] {
        let text = super::errors(expand(TokenStream::new(), tokens(item)));
        assert!(
            text.contains("has no meaning on") && text.contains("help: put `#[leak_bounds]` on a"),
            "{item}: {text}"
        );
    }
    errors(
        "not an item",
        expect![[r#"
            "expected `!`\n\nhelp: `#[leak_bounds]` doesn't know this syntax; write the bounds"
        "#]],
    );
}

#[test]
fn wrong_arguments_and_wrong_bounds_together() {
    let output = expand(
        tokens("bound = \"\", crate"),
        tokens("fn f<T: ?Leak + Leak>() {}"),
    );
    check_errors(
        output,
        expect![[r#"
        "unknown key `bound`\n\nhelp: `#[leak_bounds]` takes `crate = path`"
        "`crate` has no value\n\nhelp: write `crate = path`"
        "`T` is declared both `Leak` and `?Leak`\n\nhelp: keep `?Leak` if types that must not be forgotten are welcome, else `Leak`"
    "#]],
    );
}
