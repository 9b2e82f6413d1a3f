//! The derives of what a type owns.

use super::{check_derive, check_errors, tokens};
use crate::ownership::{ALLOWED_IN_RC, DISOWNS, NEVER_GIVES, RANKED_LEAK, ROUTINE_DROP, derive};
use expect_test::expect;

#[test]
fn a_struct() {
    let input =
        tokens("struct Node<'a, T: ?Sized + 'a> where T: Debug { len: [u8; 3], next: &'a T }");
    check_derive(
        derive(&ALLOWED_IN_RC, input),
        expect![[r#"
        ::leak::__private::unsafe_derive_ownership!
        AllowedInRc of [] impl [< 'a , T : ? Sized + 'a >] for [Node < 'a , T >] where [T : Debug , T : :: leak :: AllowedInRc ,] check __leak_this __leak_asked
        fn check() {
            match *__leak_this {
                Self { len: _, next: _ } => {}
            }
            let __leak_pointer = &raw const (*__leak_this).len;
            private::each_field_must_be_allowed_in_rc(*__leak_asked, &__leak_pointer);
            let __leak_pointer = &raw const (*__leak_this).next;
            private::each_field_must_be_allowed_in_rc(*__leak_asked, &__leak_pointer);
        }

    "#]],
    );
}

#[test]
fn all_handles() {
    check_derive(
        derive(&DISOWNS, tokens("enum Choice<T> { One, Two(T) }")),
        expect![[r#"
            ::leak::__private::unsafe_derive_ownership!
            Disowns of [__AnyHandle] impl [< T , __AnyHandle : :: leak :: ownership :: Handle >] for [Choice < T >] where [T : :: leak :: Disowns < __AnyHandle > ,] check __leak_this __leak_asked
            fn check() {
                match *__leak_this {
                    Self::One {} => {}
                    Self::Two { 0: ref __leak_field_0 } => {
                        let __leak_pointer = &raw const *__leak_field_0;
                        private::each_field_must_disown(*__leak_asked, &__leak_pointer);
                    }
                }
            }

        "#]],
    );
}

#[test]
fn one_handle_and_bounds() {
    let input =
        tokens(r#"#[never_gives(target = "Rc<Self>", bound = "T: Tr")] struct Unit<T>(T);"#);
    check_derive(
        derive(&NEVER_GIVES, input),
        expect![[r#"
        ::leak::__private::unsafe_derive_ownership!
        NeverGives of [Rc < Self >] impl [< T >] for [Unit < T >] where [T : Tr ,] check __leak_this __leak_asked
        fn check() {
            match *__leak_this {
                Self { 0: _ } => {}
            }
            let __leak_pointer = &raw const (*__leak_this).0;
            private::each_field_must_never_give(*__leak_asked, &__leak_pointer);
        }

    "#]],
    );
}

#[test]
fn all_ranks() {
    check_derive(
        derive(&RANKED_LEAK, tokens("struct Unit<T>(T);")),
        expect![[r#"
            ::leak::__private::unsafe_derive_ownership!
            RankedLeak of [__ANY_RANK] [__ANY_RANK] impl [< T , const __ANY_RANK : :: leak :: __private :: usize >] for [Unit < T >] where [T : :: leak :: RankedLeak < __ANY_RANK > ,] check __leak_this __leak_asked
            fn check() {
                match *__leak_this {
                    Self { 0: _ } => {}
                }
                let __leak_pointer = &raw const (*__leak_this).0;
                private::each_field_must_have_rank(*__leak_asked, &__leak_pointer);
            }

        "#]],
    );
}

#[test]
fn some_ranks_in_another_crate() {
    let input = tokens("#[ranked_leak(rank = 2, crate = crate::leek)] struct Pair<T>(T, u8);");
    check_derive(
        derive(&RANKED_LEAK, input),
        expect![[r#"
        crate::leek::__private::unsafe_derive_ownership!
        RankedLeak of [2] [__ANY_RANK] impl [< T , const __ANY_RANK : crate :: leek :: __private :: usize >] for [Pair < T >] where [crate :: leek :: ownership :: Rank < __ANY_RANK > : crate :: leek :: ownership :: AtLeast < 2 > , T : crate :: leek :: RankedLeak < 0 > , T : crate :: leek :: RankedLeak < 1 > , T : crate :: leek :: RankedLeak < 2 > ,] check __leak_this __leak_asked
        fn check() {
            match *__leak_this {
                Self { 0: _, 1: _ } => {}
            }
            let __leak_pointer = &raw const (*__leak_this).0;
            private::each_field_must_have_rank(*__leak_asked, &__leak_pointer);
            let __leak_pointer = &raw const (*__leak_this).1;
            private::each_field_must_have_rank(*__leak_asked, &__leak_pointer);
        }

    "#]],
    );
}

#[test]
fn without_unsafe() {
    check_derive(
        derive(&ROUTINE_DROP, tokens("union Either { a: u8 }")),
        expect![[r#"
            ::leak::__private::unsafe_derive_ownership!
            RoutineDrop of [] impl [] for [Either] where [] check __leak_this __leak_asked
            fn check() {
                let __leak_pointer = &raw const (*__leak_this).a;
                private::each_field_must_drop_routinely(*__leak_asked, &__leak_pointer);
            }

        "#]],
    );
}

#[test]
fn beside_errors() {
    for (kind, input) in [
        (
            &ALLOWED_IN_RC,
            "#[allowed_in_rc(rank = 1)] struct Wrong<T>(T);",
        ),
        (&DISOWNS, "#[disowns(target)] struct Wrong<T>(T);"),
        (
            &NEVER_GIVES,
            "#[never_gives(target = m!())] struct Wrong<T>(T);",
        ),
        (
            &RANKED_LEAK,
            "#[ranked_leak(rank = 99)] struct Wrong<T>(T);",
        ),
        (&ROUTINE_DROP, "struct Wrong<T>(#[routine_drop] T);"),
    ] {
        let output = derive(kind, tokens(input)).to_string();
        assert!(output.contains("compile_error"), "{output}");
        assert!(output.contains("unsafe_ownership_after_error"), "{output}");
        assert!(output.contains(kind.name), "{output}");
    }
}

#[test]
fn every_mistake_is_reported() {
    let input = tokens(
        "#[disowns] #[disowns(target = m!(), bound, rank = 1, crate = 2)]
         struct Wrong<#[disowns(x)] T: ?Leak>(#[disowns] T);",
    );
    check_errors(
        derive(&DISOWNS, input),
        expect![[r#"
        "`#[disowns]` needs arguments\n\nhelp: `#[derive(Disowns)]` takes `target = \"Type\"` and `bound = \"T: Trait\"` and `crate = path`"
        "unknown key `rank`\n\nhelp: `#[derive(Disowns)]` takes `target = \"Type\"` and `bound = \"T: Trait\"` and `crate = path`"
        "expected identifier\n\nhelp: write `crate = path`"
        "`bound` has no value\n\nhelp: write `bound = \"T: Trait\"`"
        "a macro can't stand in this type\n\nhelp: write the type that the macro stands for"
        "`#[disowns]` has no meaning on a generic parameter\n\nhelp: put it on the type, below `#[derive(…)]`, or remove it"
        "`#[disowns]` has no meaning on a field\n\nhelp: put it on the type, below `#[derive(…)]`, or remove it"
        "`?Leak` is understood by `#[leak_bounds]` only\n\nhelp: put `#[leak_bounds]` above `#[derive(…)]`"
    "#]],
    );
    check_errors(
        derive(&DISOWNS, tokens("actor Unknown {}")),
        expect![[r#"
        "expected one of: `struct`, `enum`, `union`\n\nhelp: this derive doesn't know the syntax; write the impl by hand"
    "#]],
    );
}
