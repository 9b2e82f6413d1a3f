//! `#[derive(AsyncDrop)]`, `#[must_async_drop]`

use super::{check, check_errors, tokens};
use crate::{async_drop::derive, must_async_drop};
use expect_test::expect;

#[test]
fn a_struct() {
    let input = tokens(
        r#"struct Owner<'a, #[other] T: Tr + 'a, const N: usize = 3> where T: Debug {
               plain: &'a u8,
               #[async_drop(skip)] skipped: T,
               #[async_drop(sync)] dropped: T,
               r#gen: [T; N],
               #[async_drop(with = "a::close")] closed: Vec<T>,
           }"#,
    );
    check(
        derive(input),
        expect![[r#"
            ::leak::__private::async_drop::unsafe_derive_async_drop! {
                impl [< 'a, T : Tr + 'a, const N : usize >] for [Owner < 'a, T, N >] where [T :
                Debug,] probe[Owner < '_, _, _ >] glue __leak_place __leak_code {
                ::leak::__private::async_drop::unsafe_async_drop_fields! { __leak_place __leak_code {
                Self { plain : ref mut __leak_field_plain, skipped : ref mut __leak_field_skipped,
                dropped : ref mut __leak_field_dropped, r#gen : ref mut __leak_field_gen, closed :
                ref mut __leak_field_closed, } => __leak_fields(__leak_field_plain
                __leak_field_dropped __leak_field_gen __leak_field_closed __leak_field_skipped) {
                ::leak::__private::async_drop::field((&& && &
                ::leak::__private::async_drop::Field::of(& __leak_fields.0)).__leak_how(),
                __leak_fields.0). await; ::leak::__private::async_drop::sync_field(__leak_fields.1);
                ::leak::__private::async_drop::generic_field((&&
                ::leak::__private::async_drop::Field::of(& __leak_fields.2))
                .__leak_pinning(__leak_fields.2)). await;
                ::leak::__private::async_drop::field_with(__leak_fields.3, a::close). await; } } } }
            }
        "#]],
    );
}

#[test]
fn a_tuple_with_bounds() {
    let input = tokens("#[async_drop(bound(T: A), crate = crate::leak)] struct Pair<T: B>(T, u8);");
    check(
        derive(input),
        expect![[r#"
            crate::leak::__private::async_drop::unsafe_derive_async_drop! {
                impl [< T : B >] for [Pair < T >] where [T : A,] probe[Pair < _ >] glue __leak_place
                __leak_code { crate ::leak::__private::async_drop::unsafe_async_drop_fields! {
                __leak_place __leak_code { Self { 0 : ref mut __leak_field_0, 1 : ref mut
                __leak_field_1, } => __leak_fields(__leak_field_0 __leak_field_1) { crate
                ::leak::__private::async_drop::generic_field((&& crate
                ::leak::__private::async_drop::Field::of(& __leak_fields.0))
                .__leak_pinning(__leak_fields.0)). await; crate
                ::leak::__private::async_drop::field((&& && & crate
                ::leak::__private::async_drop::Field::of(& __leak_fields.1)).__leak_how(),
                __leak_fields.1). await; } } } }
            }
        "#]],
    );
}

#[test]
fn an_enum() {
    let input = tokens("enum State { Closed, Open(A, B), Named { a: A } }");
    check(
        derive(input),
        expect![[r#"
            ::leak::__private::async_drop::unsafe_derive_async_drop! {
                impl [] for [State] where [] probe[State < >] glue __leak_place __leak_code {
                ::leak::__private::async_drop::unsafe_async_drop_fields! { __leak_place __leak_code {
                Self::Closed {} => __leak_fields() {} Self::Open { 0 : ref mut __leak_field_0, 1 :
                ref mut __leak_field_1, } => __leak_fields(__leak_field_0 __leak_field_1) {
                ::leak::__private::async_drop::field((&& && &
                ::leak::__private::async_drop::Field::of(& __leak_fields.0)).__leak_how(),
                __leak_fields.0). await; ::leak::__private::async_drop::field((&& && &
                ::leak::__private::async_drop::Field::of(& __leak_fields.1)).__leak_how(),
                __leak_fields.1). await; } Self::Named { a : ref mut __leak_field_a, } =>
                __leak_fields(__leak_field_a) { ::leak::__private::async_drop::field((&& && &
                ::leak::__private::async_drop::Field::of(& __leak_fields.0)).__leak_how(),
                __leak_fields.0). await; } } } }
            }
        "#]],
    );
}

#[test]
fn no_variants() {
    check(
        derive(tokens("enum Never {}")),
        expect![[r#"
            ::leak::__private::async_drop::unsafe_derive_async_drop! {
                impl [] for [Never] where [] probe[Never < >] glue __leak_place __leak_code {
                ::leak::__private::async_drop::unsafe_async_drop_fields! { __leak_place __leak_code
                {} } }
            }
        "#]],
    );
}

#[test]
fn errors() {
    let input = tokens(
        "#[async_drop(sync)] #[repr(C, packed(2))]
         enum E<#[async_drop(x)] T> { #[async_drop] A(#[async_drop(sync, with = a)] T) }",
    );
    check_errors(
        derive(input.clone()),
        expect![[r#"
        "`sync` has no meaning on the type\n\nhelp: put it on a field"
        "`#[async_drop]` has no meaning on a generic parameter\n\nhelp: put it on a field, or on the type below `#[derive(AsyncDrop)]`, or remove it"
        "`#[async_drop]` has no meaning on a variant\n\nhelp: put it on a field, or on the type below `#[derive(AsyncDrop)]`, or remove it"
        "fields of a packed type can't be destroyed in their place\n\nhelp: remove `packed`, or implement `AsyncDestruct` by hand"
        "a field is destroyed in one way\n\nhelp: keep one of `skip`, `sync` and `with`"
    "#]],
    );
    check(
        derive(input),
        expect![[r#"
        ::leak::__private::compile_error! {
            "`sync` has no meaning on the type\n\nhelp: put it on a field"
        }
        ::leak::__private::compile_error! {
            "`#[async_drop]` has no meaning on a generic parameter\n\nhelp: put it on a field, or on the type below `#[derive(AsyncDrop)]`, or remove it"
        }
        ::leak::__private::compile_error! {
            "`#[async_drop]` has no meaning on a variant\n\nhelp: put it on a field, or on the type below `#[derive(AsyncDrop)]`, or remove it"
        }
        ::leak::__private::compile_error! {
            "fields of a packed type can't be destroyed in their place\n\nhelp: remove `packed`, or implement `AsyncDestruct` by hand"
        }
        ::leak::__private::compile_error! {
            "a field is destroyed in one way\n\nhelp: keep one of `skip`, `sync` and `with`"
        }
        ::leak::__private::async_drop::after_error! {
            impl [< T >] for [E < T >] where []
        }
    "#]],
    );
    check_errors(
        derive(tokens("union U { a: u8 }")),
        expect![[r#"
        "a union doesn't know which of its fields to destroy\n\nhelp: put it into a struct, and implement `AsyncDrop` for that"
    "#]],
    );
    check_errors(
        derive(tokens("fn f() {}")),
        expect![[r#"
        "expected one of: `struct`, `enum`, `union`\n\nhelp: this derive doesn't know the syntax; implement `AsyncDestruct` by hand"
    "#]],
    );
}

#[test]
fn a_bomb() {
    let input = tokens("pub struct Session<'a, T: A = u8>(&'a T) where T: B;");
    check(
        must_async_drop::expand(tokens(""), input),
        expect![[r#"
        pub struct Session<'a, T: A = u8>(
            &'a T,
        )
        where
            T: B;
        ::leak::__private::async_drop::drop_is_reported! {
            impl [< 'a, T : A >] for [Session < 'a, T >] where [T : B,]
        }
    "#]],
    );
}

#[test]
fn bombs_on_the_wrong_thing() {
    for input in [
        "pub fn f() {}",
        "impl A for B {}",
        "const A: u8 = 1;",
        "union U { a: u8 }",
    ] {
        let output = must_async_drop::expand(tokens(""), tokens(input));
        assert!(output.to_string().contains("compile_error"), "{input}");
    }
    let input = tokens("struct A;");
    check_errors(
        must_async_drop::expand(tokens("x"), input),
        expect![[r#"
        "unknown key `x`\n\nhelp: `#[must_async_drop]` takes `crate = path`"
    "#]],
    );
}
