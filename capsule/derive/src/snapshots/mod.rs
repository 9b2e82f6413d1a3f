//! What the derives expand to, for review. After a change: `UPDATE_EXPECT=1 cargo test -p
//! capsule-derive`.

#![expect(
    clippy::needless_raw_string_hashes,
    clippy::needless_pass_by_value,
    reason = "this is how `UPDATE_EXPECT` writes an `Expect`, and how `expect!` makes one"
)]

use crate::derive::{capsule_send, family};
use expect_test::{Expect, expect};
use macro_test_support::{calls, errors, tokens};
use proc_macro2::TokenStream;

/// Compares the expansion of a derive: calls of macros that take `impl […] for […] where […]` and
/// maybe `check this { … }`.
fn check_derive(output: TokenStream, expected: Expect) {
    expected.assert_eq(&calls(output, "check"));
}

fn check_errors(output: TokenStream, expected: Expect) {
    expected.assert_eq(&errors(output));
}

#[test]
fn a_struct() {
    let input = tokens(
        "struct Node<'b, #[other] T: ?Sized + 'static, const N: usize = 3>
         where T: Debug { next: Weak<'b, T>, #[capsule(send)] r#ref: [u8; N] }",
    );
    check_derive(
        capsule_send(input.clone()),
        expect![[r#"
        ::capsule::__private::unsafe_derive_capsule_send!
        impl [< 'b , T : ? Sized + 'static , const N : usize >] for [Node < 'b , T , N >] where [T : Debug , T : :: capsule :: CapsuleSend ,] check __capsule_this
        fn check() {
            match *__capsule_this {
                Self { next: _, r#ref: _ } => {}
            }
            let __capsule_pointer = &raw const (*__capsule_this).next;
            private::each_field_must_be_capsule_send(&__capsule_pointer);
            let __capsule_pointer = &raw const (*__capsule_this).r#ref;
            private::each_send_field_must_be_send_and_static(&__capsule_pointer);
        }

    "#]],
    );
    check_derive(
        family(input),
        expect![[r#"
        ::capsule::__private::derive_family!
        impl [T , const N : usize ,] for [Node < 'static , T , N , >] where [T : ? Sized + 'static + 'static , T : Debug ,] of '__brand [Node < '__brand , T , N , >]
    "#]],
    );
}

#[test]
fn bounds_of_ones_own_in_another_crate() {
    let input = tokens(
        r#"#[capsule(bound = "I::Item: CapsuleSend,", crate = crate::deps::capsule)]
           struct Items<'x, I: Iterator + Trait<'x>>(I, Vec<I::Item>, Weak<'x, I>) where &'x I: Sized;"#,
    );
    check_derive(
        capsule_send(input.clone()),
        expect![[r#"
        crate::deps::capsule::__private::unsafe_derive_capsule_send!
        impl [< 'x , I : Iterator + Trait < 'x > >] for [Items < 'x , I >] where [& 'x I : Sized , I :: Item : CapsuleSend ,] check __capsule_this
        fn check() {
            match *__capsule_this {
                Self { 0: _, 1: _, 2: _ } => {}
            }
            let __capsule_pointer = &raw const (*__capsule_this).0;
            private::each_field_must_be_capsule_send(&__capsule_pointer);
            let __capsule_pointer = &raw const (*__capsule_this).1;
            private::each_field_must_be_capsule_send(&__capsule_pointer);
            let __capsule_pointer = &raw const (*__capsule_this).2;
            private::each_field_must_be_capsule_send(&__capsule_pointer);
        }

    "#]],
    );
    check_derive(
        family(input),
        expect![[r#"
        crate::deps::capsule::__private::derive_family!
        impl [I ,] for [Items < 'static , I , >] where [I : Iterator + Trait < 'static > + 'static , & 'static I : Sized ,] of '__brand [Items < '__brand , I , >]
    "#]],
    );
}

#[test]
fn an_enum() {
    let input = tokens(
        "enum List<'b, T> { Nil, Cons(T, Rc<'b, Self>), Raw { #[capsule(send)] r#type: T } }",
    );
    check_derive(
        capsule_send(input),
        expect![[r#"
        ::capsule::__private::unsafe_derive_capsule_send!
        impl [< 'b , T >] for [List < 'b , T >] where [T : :: capsule :: CapsuleSend ,] check __capsule_this
        fn check() {
            match *__capsule_this {
                Self::Nil {} => {}
                Self::Cons { 0: ref __capsule_field_0, 1: ref __capsule_field_1 } => {
                    let __capsule_pointer = &raw const *__capsule_field_0;
                    private::each_field_must_be_capsule_send(&__capsule_pointer);
                    let __capsule_pointer = &raw const *__capsule_field_1;
                    private::each_field_must_be_capsule_send(&__capsule_pointer);
                }
                Self::Raw { r#type: ref __capsule_field_type } => {
                    let __capsule_pointer = &raw const *__capsule_field_type;
                    private::each_send_field_must_be_send_and_static(&__capsule_pointer);
                }
            }
        }

    "#]],
    );
}

#[test]
fn after_an_error_there_is_an_impl_all_the_same() {
    let input = tokens("#[capsule(bond = \"\")] struct Wrong<T: Copy>(T) where T: Debug;");
    check_derive(
        capsule_send(input.clone()),
        expect![[r#"
            ::capsule::__private::compile_error!
            "unknown key `bond`\n\nhelp: `#[capsule]` takes `bound = \"T: Trait\"` and `crate = path`"
            ::capsule::__private::unsafe_capsule_send_after_error!
            impl [< T : Copy >] for [Wrong < T >] where [T : Debug ,]
        "#]],
    );
    check_derive(
        family(input),
        expect![[r#"
            ::capsule::__private::compile_error!
            "unknown key `bond`\n\nhelp: `#[capsule]` takes `bound = \"T: Trait\"` and `crate = path`"
            ::capsule::__private::compile_error!
            "`Wrong` has no lifetime parameter that could be the brand\n\nhelp: give it one, as in `Wrong<'b>`; what needs no brand is packed as `Plain<Wrong>`"
            ::capsule::__private::derive_family!
            impl [T ,] for [Wrong < T , >] where [T : Copy + 'static , T : Debug ,] of '__brand [Wrong < T , >]
        "#]],
    );
}

#[test]
fn every_mistake_is_reported() {
    let input = tokens(
        "#[capsule] #[capsule(bond = 1, crate = 2)] #[capsule(bound)]
         enum Wrong<'a: 'static, 'b, #[capsule(send)] T> { #[capsule(send)] A(#[capsule(sent)] T) }",
    );
    check_errors(
        capsule_send(input.clone()),
        expect![[r#"
            "`#[capsule]` needs arguments\n\nhelp: `#[capsule]` takes `bound = \"T: Trait\"` and `crate = path`"
            "unknown key `bond`\n\nhelp: `#[capsule]` takes `bound = \"T: Trait\"` and `crate = path`"
            "expected identifier\n\nhelp: write `crate = path`"
            "`bound` has no value\n\nhelp: write `bound = \"T: Trait\"`"
            "`#[capsule]` has no meaning on a generic parameter\n\nhelp: put it on the type or on a field, or remove it"
            "`#[capsule]` has no meaning on a variant\n\nhelp: put it on the type or on a field, or remove it"
            "unknown key `sent`\n\nhelp: `#[capsule] on a field` takes `send`"
        "#]],
    );
    check_errors(
        family(input),
        expect![[r#"
            "`#[capsule]` needs arguments\n\nhelp: `#[capsule]` takes `bound = \"T: Trait\"` and `crate = path`"
            "unknown key `bond`\n\nhelp: `#[capsule]` takes `bound = \"T: Trait\"` and `crate = path`"
            "expected identifier\n\nhelp: write `crate = path`"
            "a family has one lifetime, the brand\n\nhelp: write `'static` in place of this one: what a capsule holds doesn't borrow"
            "the brand is any lifetime, so it has no bounds\n\nhelp: remove the bound"
        "#]],
    );
    check_errors(
        capsule_send(tokens("union U { a: u8 }")),
        expect![[r#"
        "`CapsuleSend` can't be derived for a union: nobody knows which field is there\n\nhelp: make it an enum, or write `unsafe impl CapsuleSend` and say why it is true"
    "#]],
    );
    check_errors(
        family(tokens("struct NoBrand<T>(T);")),
        expect![[r#"
        "`NoBrand` has no lifetime parameter that could be the brand\n\nhelp: give it one, as in `NoBrand<'b>`; what needs no brand is packed as `Plain<NoBrand>`"
    "#]],
    );
}

#[test]
fn unknown_syntax_is_an_error() {
    check_errors(
        capsule_send(tokens("actor Unknown {}")),
        expect![[r#"
        "expected one of: `struct`, `enum`, `union`\n\nhelp: this derive doesn't know the syntax; write the `impl` by hand"
    "#]],
    );
    check_errors(
        family(tokens("actor Unknown {}")),
        expect![[r#"
        "expected one of: `struct`, `enum`, `union`\n\nhelp: this derive doesn't know the syntax; write the `impl` by hand"
    "#]],
    );
}
