//! `#[derive(Leak)]`, `#[derive(Unleak)]`

use super::{check_derive, check_errors, tokens};
use crate::derive::{leak, unleak};
use expect_test::expect;

#[test]
fn a_struct() {
    let input = tokens(
        "struct Pair<'a, #[other] T: ?Sized + 'a, const N: usize = 3>
         where T: Debug { len: [u8; N], r#ref: &'a T }",
    );
    check_derive(
        leak(input),
        expect![[r#"
            ::leak::__private::unsafe_derive_leak!
            impl [< 'a , T : ? Sized + 'a , const N : usize >] for [Pair < 'a , T , N >] where [T : Debug , T : :: leak :: Leak ,] check __leak_this
            fn check() {
                match *__leak_this {
                    Self { len: _, r#ref: _ } => {}
                }
                let __leak_pointer = &raw const (*__leak_this).len;
                private::each_field_must_be_leak(&__leak_pointer);
                let __leak_pointer = &raw const (*__leak_this).r#ref;
                private::each_field_must_be_leak(&__leak_pointer);
            }

        "#]],
    );
}

#[test]
fn a_tuple_struct_with_bounds_of_its_own() {
    let input =
        tokens(r#"#[leak(bound = "I::Item: Leak,")] struct Items<I: Iterator>(I, Vec<I::Item>);"#);
    check_derive(
        leak(input),
        expect![[r#"
            ::leak::__private::unsafe_derive_leak!
            impl [< I : Iterator >] for [Items < I >] where [I :: Item : Leak ,] check __leak_this
            fn check() {
                match *__leak_this {
                    Self { 0: _, 1: _ } => {}
                }
                let __leak_pointer = &raw const (*__leak_this).0;
                private::each_field_must_be_leak(&__leak_pointer);
                let __leak_pointer = &raw const (*__leak_this).1;
                private::each_field_must_be_leak(&__leak_pointer);
            }

        "#]],
    );
}

#[test]
fn no_bounds_in_another_crate() {
    let input = tokens("#[leak(bound(), crate = crate::deps::leak)] struct Unit<T>;");
    check_derive(
        leak(input),
        expect![[r#"
            crate::deps::leak::__private::unsafe_derive_leak!
            impl [< T >] for [Unit < T >] where [] check __leak_this
            fn check() {
                match *__leak_this {
                    Self {} => {}
                }
            }

        "#]],
    );
}

#[test]
fn an_enum() {
    let input = tokens("enum List<T> { Nil, Cons(T, Box<Self>), Raw { r#type: T } }");
    check_derive(
        leak(input),
        expect![[r#"
            ::leak::__private::unsafe_derive_leak!
            impl [< T >] for [List < T >] where [T : :: leak :: Leak ,] check __leak_this
            fn check() {
                match *__leak_this {
                    Self::Nil {} => {}
                    Self::Cons { 0: ref __leak_field_0, 1: ref __leak_field_1 } => {
                        let __leak_pointer = &raw const *__leak_field_0;
                        private::each_field_must_be_leak(&__leak_pointer);
                        let __leak_pointer = &raw const *__leak_field_1;
                        private::each_field_must_be_leak(&__leak_pointer);
                    }
                    Self::Raw { r#type: ref __leak_field_type } => {
                        let __leak_pointer = &raw const *__leak_field_type;
                        private::each_field_must_be_leak(&__leak_pointer);
                    }
                }
            }

        "#]],
    );
}

#[test]
fn an_empty_enum() {
    check_derive(
        leak(tokens("enum Never {}")),
        expect![[r#"
            ::leak::__private::unsafe_derive_leak!
            impl [] for [Never] where [] check __leak_this
            fn check() {
                match *__leak_this {}
            }

        "#]],
    );
}

#[test]
fn a_union() {
    check_derive(
        leak(tokens("union Bits { int: u32, float: f32 }")),
        expect![[r#"
            ::leak::__private::unsafe_derive_leak!
            impl [] for [Bits] where [] check __leak_this
            fn check() {
                let __leak_pointer = &raw const (*__leak_this).int;
                private::each_field_must_be_leak(&__leak_pointer);
                let __leak_pointer = &raw const (*__leak_this).float;
                private::each_field_must_be_leak(&__leak_pointer);
            }

        "#]],
    );
}

#[test]
fn a_guard() {
    let input = tokens(
        "#[leak(crate = \"renamed\")] struct Guard<'a, T: ?Sized>(&'a mut T) where T: Debug;",
    );
    check_derive(
        unleak(input),
        expect![[r#"
            renamed::__private::derive_unleak!
            impl [< 'a , T : ? Sized >] for [Guard < 'a , T >] where [T : Debug ,]
        "#]],
    );
}

#[test]
fn after_an_error_the_type_is_leak_all_the_same() {
    let input = tokens("#[leak(bond = \"\")] struct Wrong<T: Copy>(T) where T: Debug;");
    check_derive(
        leak(input),
        expect![[r#"
            ::leak::__private::compile_error!
            "unknown key `bond`\n\nhelp: `#[derive(Leak)]` takes `bound = \"T: Trait\"` and `crate = path`"
            ::leak::__private::unsafe_leak_after_error!
            impl [< T : Copy >] for [Wrong < T >] where [T : Debug ,]
        "#]],
    );
}

#[test]
fn every_mistake_is_reported() {
    let input = tokens(
        "#[leak] #[leak(bond = 1, crate = 2)] #[leak(bound)]
         enum Wrong<#[leak(x)] T: ?Leak> { #[leak(y)] A(#[leak] T) }",
    );
    check_errors(
        leak(input),
        expect![[r#"
        "`#[leak]` needs arguments\n\nhelp: `#[derive(Leak)]` takes `bound = \"T: Trait\"` and `crate = path`"
        "unknown key `bond`\n\nhelp: `#[derive(Leak)]` takes `bound = \"T: Trait\"` and `crate = path`"
        "expected identifier\n\nhelp: write `crate = path`"
        "`bound` has no value\n\nhelp: write `bound = \"T: Trait\"`"
        "`#[leak]` has no meaning on a generic parameter\n\nhelp: put it on the type, below `#[derive(…)]`, or remove it"
        "`#[leak]` has no meaning on a variant\n\nhelp: put it on the type, below `#[derive(…)]`, or remove it"
        "`#[leak]` has no meaning on a field\n\nhelp: put it on the type, below `#[derive(…)]`, or remove it"
        "`?Leak` is understood by `#[leak_bounds]` only\n\nhelp: put `#[leak_bounds]` above `#[derive(…)]`"
    "#]],
    );
}

#[test]
fn every_mistake_in_a_guard_is_reported() {
    let input =
        tokens("#[leak(bound = \"\")] struct Wrong<const N: usize> { #[leak] field: [u8; N] }");
    check_errors(
        unleak(input),
        expect![[r#"
        "unknown key `bound`\n\nhelp: `#[derive(Unleak)]` takes `crate = path`"
        "`#[leak]` has no meaning on a field\n\nhelp: put it on the type, below `#[derive(…)]`, or remove it"
        "`#[derive(Unleak)]` would grant nothing: `Wrong` is `'static`, and a `'static` value can always be forgotten\n\nhelp: derive `Leak`, or give `Wrong` the lifetime of what it borrows, as in `Wrong<'a>`"
    "#]],
    );
}

#[test]
fn unknown_syntax_is_an_error() {
    check_errors(
        leak(tokens("actor Unknown {}")),
        expect![[r#"
        "expected one of: `struct`, `enum`, `union`\n\nhelp: this derive doesn't know the syntax; write the `unsafe impl` by hand"
    "#]],
    );
    check_errors(
        unleak(tokens("actor Unknown {}")),
        expect![[r#"
        "expected one of: `struct`, `enum`, `union`\n\nhelp: this derive doesn't know the syntax; write the `unsafe impl` by hand"
    "#]],
    );
}
