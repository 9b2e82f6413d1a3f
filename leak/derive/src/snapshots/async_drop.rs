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
                Debug,] glue __leak_place { let mut __leak_how_0_plain =
                ::leak::__private::async_drop::Way::unknown(); let mut __leak_how_0_gen =
                ::leak::__private::async_drop::Way::unknown(); ::leak::__private::async_drop::ask(|
                mut __leak_value : & Self | match * __leak_value { Self { plain : ref
                __leak_field_plain, r#gen : ref __leak_field_gen, .. } => {
                ::leak::__private::async_drop::Way::is(& __leak_how_0_plain, (&& && &
                ::leak::__private::async_drop::Field::of(__leak_field_plain)).__leak_how());
                ::leak::__private::async_drop::check_field(::leak::__private::async_drop::identity(__leak_how_0_plain));
                ::leak::__private::async_drop::Way::is(& __leak_how_0_gen, (&& && &
                ::leak::__private::async_drop::Field::of(__leak_field_gen)).__leak_how());
                ::leak::__private::async_drop::check_generic_field(::leak::__private::async_drop::identity(__leak_field_gen));
                } }); let mut __leak_owner = ::leak::__private::async_drop::Owner:: < Self >
                ::asked(); let mut __leak_code = (&& __leak_owner).__leak_own_code(); let mut
                __leak_unknown = (&& ::leak::__private::async_drop::Owner:: < Owner < '_, _, _ > >
                ::asked()).__leak_own_code(); ::leak::__private::async_drop::agree(& __leak_owner, (&
                __leak_code, & __leak_unknown)); __leak_code.__leak_then(__leak_place,
                (::leak::__private::async_drop::With, (__leak_how_0_gen, (__leak_how_0_plain, ()))),
                | mut __leak_place | ::leak::__private::async_drop::unsafe_async_drop_fields! {
                __leak_place { Self { plain : ref mut __leak_field_plain, skipped : ref mut
                __leak_field_skipped, dropped : ref mut __leak_field_dropped, r#gen : ref mut
                __leak_field_gen, closed : ref mut __leak_field_closed, } =>
                __leak_fields(__leak_field_plain __leak_field_dropped __leak_field_gen
                __leak_field_closed __leak_field_skipped) {} } }, move | mut __leak_place | async
                move { ::leak::__private::async_drop::unsafe_async_drop_fields! { __leak_place { Self
                { plain : ref mut __leak_field_plain, skipped : ref mut __leak_field_skipped, dropped
                : ref mut __leak_field_dropped, r#gen : ref mut __leak_field_gen, closed : ref mut
                __leak_field_closed, } => __leak_fields(__leak_field_plain __leak_field_dropped
                __leak_field_gen __leak_field_closed __leak_field_skipped) { if
                ::leak::__private::async_drop::is_plain(__leak_how_0_plain) {
                ::leak::__private::async_drop::sync_field(__leak_fields.0); } else {
                ::leak::__private::async_drop::field(__leak_how_0_plain, __leak_fields.0). await; }
                ::leak::__private::async_drop::sync_field(__leak_fields.1); if
                ::leak::__private::async_drop::is_plain(__leak_how_0_gen) {
                ::leak::__private::async_drop::sync_field(__leak_fields.2); } else {
                ::leak::__private::async_drop::field(__leak_how_0_gen, __leak_fields.2). await; }
                ::leak::__private::async_drop::field_with(__leak_fields.3, a::close). await; } } }
                },) }
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
                impl [< T : B >] for [Pair < T >] where [T : A,] glue __leak_place { let mut
                __leak_how_0_0 = crate ::leak::__private::async_drop::Way::unknown(); let mut
                __leak_how_0_1 = crate ::leak::__private::async_drop::Way::unknown(); crate
                ::leak::__private::async_drop::ask(| mut __leak_value : & Self | match * __leak_value
                { Self { 0 : ref __leak_field_0, 1 : ref __leak_field_1, .. } => { crate
                ::leak::__private::async_drop::Way::is(& __leak_how_0_0, (&& && & crate
                ::leak::__private::async_drop::Field::of(__leak_field_0)).__leak_how()); crate
                ::leak::__private::async_drop::check_generic_field(crate
                ::leak::__private::async_drop::identity(__leak_field_0)); crate
                ::leak::__private::async_drop::Way::is(& __leak_how_0_1, (&& && & crate
                ::leak::__private::async_drop::Field::of(__leak_field_1)).__leak_how()); crate
                ::leak::__private::async_drop::check_field(crate
                ::leak::__private::async_drop::identity(__leak_how_0_1)); } }); let mut __leak_owner
                = crate ::leak::__private::async_drop::Owner:: < Self > ::asked(); let mut
                __leak_code = (&& __leak_owner).__leak_own_code(); let mut __leak_unknown = (&& crate
                ::leak::__private::async_drop::Owner:: < Pair < _ > > ::asked()).__leak_own_code();
                crate ::leak::__private::async_drop::agree(& __leak_owner, (& __leak_code, &
                __leak_unknown)); __leak_code.__leak_then(__leak_place, (__leak_how_0_1,
                (__leak_how_0_0, ())), | mut __leak_place | crate
                ::leak::__private::async_drop::unsafe_async_drop_fields! { __leak_place { Self { 0 :
                ref mut __leak_field_0, 1 : ref mut __leak_field_1, } => __leak_fields(__leak_field_0
                __leak_field_1) {} } }, move | mut __leak_place | async move { crate
                ::leak::__private::async_drop::unsafe_async_drop_fields! { __leak_place { Self { 0 :
                ref mut __leak_field_0, 1 : ref mut __leak_field_1, } => __leak_fields(__leak_field_0
                __leak_field_1) { if crate ::leak::__private::async_drop::is_plain(__leak_how_0_0) {
                crate ::leak::__private::async_drop::sync_field(__leak_fields.0); } else { crate
                ::leak::__private::async_drop::field(__leak_how_0_0, __leak_fields.0). await; } if
                crate ::leak::__private::async_drop::is_plain(__leak_how_0_1) { crate
                ::leak::__private::async_drop::sync_field(__leak_fields.1); } else { crate
                ::leak::__private::async_drop::field(__leak_how_0_1, __leak_fields.1). await; } } } }
                },) }
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
                impl [] for [State] where [] glue __leak_place { let mut __leak_how_1_0 =
                ::leak::__private::async_drop::Way::unknown(); let mut __leak_how_1_1 =
                ::leak::__private::async_drop::Way::unknown(); let mut __leak_how_2_a =
                ::leak::__private::async_drop::Way::unknown(); ::leak::__private::async_drop::ask(|
                mut __leak_value : & Self | match * __leak_value { Self::Closed { .. } => {}
                Self::Open { 0 : ref __leak_field_0, 1 : ref __leak_field_1, .. } => {
                ::leak::__private::async_drop::Way::is(& __leak_how_1_0, (&& && &
                ::leak::__private::async_drop::Field::of(__leak_field_0)).__leak_how());
                ::leak::__private::async_drop::check_field(::leak::__private::async_drop::identity(__leak_how_1_0));
                ::leak::__private::async_drop::Way::is(& __leak_how_1_1, (&& && &
                ::leak::__private::async_drop::Field::of(__leak_field_1)).__leak_how());
                ::leak::__private::async_drop::check_field(::leak::__private::async_drop::identity(__leak_how_1_1));
                } Self::Named { a : ref __leak_field_a, .. } => {
                ::leak::__private::async_drop::Way::is(& __leak_how_2_a, (&& && &
                ::leak::__private::async_drop::Field::of(__leak_field_a)).__leak_how());
                ::leak::__private::async_drop::check_field(::leak::__private::async_drop::identity(__leak_how_2_a));
                } }); let mut __leak_owner = ::leak::__private::async_drop::Owner:: < Self >
                ::asked(); let mut __leak_code = (&& __leak_owner).__leak_own_code(); let mut
                __leak_unknown = (&& ::leak::__private::async_drop::Owner:: < State < > > ::asked())
                .__leak_own_code(); ::leak::__private::async_drop::agree(& __leak_owner, (&
                __leak_code, & __leak_unknown)); __leak_code.__leak_then(__leak_place,
                (__leak_how_2_a, (__leak_how_1_1, (__leak_how_1_0, ()))), | mut __leak_place |
                ::leak::__private::async_drop::unsafe_async_drop_fields! { __leak_place {
                Self::Closed {} => __leak_fields() {} Self::Open { 0 : ref mut __leak_field_0, 1 :
                ref mut __leak_field_1, } => __leak_fields(__leak_field_0 __leak_field_1) {}
                Self::Named { a : ref mut __leak_field_a, } => __leak_fields(__leak_field_a) {} } },
                move | mut __leak_place | async move {
                ::leak::__private::async_drop::unsafe_async_drop_fields! { __leak_place {
                Self::Closed {} => __leak_fields() {} Self::Open { 0 : ref mut __leak_field_0, 1 :
                ref mut __leak_field_1, } => __leak_fields(__leak_field_0 __leak_field_1) { if
                ::leak::__private::async_drop::is_plain(__leak_how_1_0) {
                ::leak::__private::async_drop::sync_field(__leak_fields.0); } else {
                ::leak::__private::async_drop::field(__leak_how_1_0, __leak_fields.0). await; } if
                ::leak::__private::async_drop::is_plain(__leak_how_1_1) {
                ::leak::__private::async_drop::sync_field(__leak_fields.1); } else {
                ::leak::__private::async_drop::field(__leak_how_1_1, __leak_fields.1). await; } }
                Self::Named { a : ref mut __leak_field_a, } => __leak_fields(__leak_field_a) { if
                ::leak::__private::async_drop::is_plain(__leak_how_2_a) {
                ::leak::__private::async_drop::sync_field(__leak_fields.0); } else {
                ::leak::__private::async_drop::field(__leak_how_2_a, __leak_fields.0). await; } } } }
                },) }
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
                impl [] for [Never] where [] glue __leak_place { ::leak::__private::async_drop::ask(|
                mut __leak_value : & Self | match * __leak_value {}); let mut __leak_owner =
                ::leak::__private::async_drop::Owner:: < Self > ::asked(); let mut __leak_code = (&&
                __leak_owner).__leak_own_code(); let mut __leak_unknown = (&&
                ::leak::__private::async_drop::Owner:: < Never < > > ::asked()).__leak_own_code();
                ::leak::__private::async_drop::agree(& __leak_owner, (& __leak_code, &
                __leak_unknown)); __leak_code.__leak_then(__leak_place, (), | mut __leak_place |
                ::leak::__private::async_drop::unsafe_async_drop_fields! { __leak_place {} }, move |
                mut __leak_place | async move {
                ::leak::__private::async_drop::unsafe_async_drop_fields! { __leak_place {} } },) }
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
