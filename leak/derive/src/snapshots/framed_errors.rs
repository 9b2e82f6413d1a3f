//! `#[framed]`: what it refuses.

use super::{check_errors, tokens};
use crate::framed::expand;
use expect_test::{Expect, expect};
use proc_macro2::TokenStream;

fn errors(function: &str, expected: Expect) {
    check_errors(expand(TokenStream::new(), tokens(function)), expected);
}

#[test]
fn where_it_does_not_look() {
    errors(
        "fn f() {
            let a = || { frame!(s); };
            let b = async { frame!(s); };
            let c = async move |x| frame!(s);
            const { frame!(s); }
            [0; { frame!(s); 1 }];
            fn nested() { frame!(s); }
            macro_rules! m { ($s:ident) => { frame!($s); } }
            vec![{ frame!(s); }];
            try { frame!(s); };
            #[evil] { frame!(s); }
            #[evil] let x = { frame!(s); };
            match x { #[evil] _ => { frame!(s); } }
            S { #[evil] x: { frame!(s); } };
            let y = frame!(s);
            frame!(s).spawn();
            for x in gen { frame!(s); }
            if let x = gen { frame!(s); } {}
            while gen { frame!(s); }
            match gen { _ => { frame!(s); } }
            let it = gen || { frame!(s); };
            let it = gen |x| { frame!(s); };
            let it = a && gen || { frame!(s); };
        }",
        expect![[r#"
            "`frame!` in a closure, which is a function of its own\n\nhelp: declare the frame outside of the closure, or call a `#[framed]` function in it"
            "`frame!` in an `async` block: the block's variables can be forgotten between two polls\n\nhelp: hold the guards in a `leak::PinScope`"
            "`frame!` in a closure, which is a function of its own\n\nhelp: declare the frame outside of the closure, or call a `#[framed]` function in it"
            "`frame!` in a constant: a frame needs the stack of a running program\n\nhelp: declare the frame outside of the constant"
            "`frame!` in a constant: a frame needs the stack of a running program\n\nhelp: declare the frame outside of the constant"
            "`frame!` in a nested item\n\nhelp: put `#[framed]` on the nested function"
            "`frame!` in a `macro_rules!` macro, which is expanded after `#[framed]`\n\nhelp: write `frame!(s);` in the function itself"
            "`frame!` in the arguments of `vec!`, which could move it\n\nhelp: declare the frame before the macro call"
            "`frame!` in syntax that `#[framed]` doesn't look into\n\nhelp: declare the frame in a plain block"
            "`frame!` below `#[evil]`, which could be a macro that moves it\n\nhelp: remove the attribute, or declare the frame outside of what carries it"
            "`frame!` below `#[evil]`, which could be a macro that moves it\n\nhelp: remove the attribute, or declare the frame outside of what carries it"
            "`frame!` below `#[evil]`, which could be a macro that moves it\n\nhelp: remove the attribute, or declare the frame outside of what carries it"
            "`frame!` below `#[evil]`, which could be a macro that moves it\n\nhelp: remove the attribute, or declare the frame outside of what carries it"
            "`frame!` is a statement, not a value\n\nhelp: write `frame!(s);` on its own, and then use `s`"
            "`frame!` is a statement, not a value\n\nhelp: write `frame!(s);` on its own, and then use `s`"
            "`frame!` after the word `gen`, which may start a generator\n\nhelp: if `gen` is a variable, give it another name"
            "`frame!` after the word `gen`, which may start a generator\n\nhelp: if `gen` is a variable, give it another name"
            "`frame!` after the word `gen`, which may start a generator\n\nhelp: if `gen` is a variable, give it another name"
            "`frame!` after the word `gen`, which may start a generator\n\nhelp: if `gen` is a variable, give it another name"
            "`frame!` after the word `gen`, which may start a generator\n\nhelp: if `gen` is a variable, give it another name"
            "`frame!` after the word `gen`, which may start a generator\n\nhelp: if `gen` is a variable, give it another name"
            "`frame!` after the word `gen`, which may start a generator\n\nhelp: if `gen` is a variable, give it another name"
        "#]],
    );
}

#[test]
fn malformed_frames() {
    errors(
        "fn f() {
            frame!();
            frame!(1);
            frame!(_);
            frame!(self);
            frame!(a, b);
            frame!(a: T);
            frame!(mut a);
            frame!(ref mut a);
            frame!(mut);
            #[allow(unused)] #[evil(x)]
            frame!(s);
            { frame!{s} }
            { frame!(s) }
        }",
        expect![[r#"
            "`frame!` needs a name for the scope\n\nhelp: write `frame!(s);`, then `s.spawn(…)` or `s.hold(…)`"
            "expected a name for the scope\n\nhelp: write `frame!(s);`, with a name that can be a variable"
            "expected a name for the scope\n\nhelp: write `frame!(s);`, with a name that can be a variable"
            "expected a name for the scope\n\nhelp: write `frame!(s);`, with a name that can be a variable"
            "expected nothing after the name of the scope\n\nhelp: write `frame!(a);`"
            "expected nothing after the name of the scope\n\nhelp: write `frame!(a);`"
            "the scope is never `mut`\n\nhelp: write `frame!(s);`"
            "the scope is never `ref`\n\nhelp: write `frame!(s);`"
            "expected a name for the scope\n\nhelp: write `frame!(s);`, with a name that can be a variable"
            "the scope is never `mut`\n\nhelp: write `frame!(s);`"
            "only `#[cfg]` may stand on a `frame!`\n\nhelp: remove the attribute"
            "only `#[cfg]` may stand on a `frame!`\n\nhelp: remove the attribute"
            "expected `;` after `frame!`\n\nhelp: a frame is a statement: write `frame!(s);`"
            "expected `;` after `frame!`\n\nhelp: a frame is a statement: write `frame!(s);`"
        "#]],
    );
}

#[test]
fn siblings_that_may_stay() {
    let attributes = "
        #[allow(a)] #[automatically_derived] #[cfg(a)] #[cold] #[deny(a)] #[deprecated] #[doc = \"\"]
        #[expect(a)] #[export_name = \"a\"] #[forbid(a)] #[inline(always)] #[link_section = \"a\"]
        #[must_use] #[no_mangle] #[target_feature(enable = \"a\")] #[track_caller] #[warn(a)]
        #[unsafe(no_mangle)] #[unsafe(export_name = \"a\")]
        #[cfg_attr(not(any(a, b)), inline, cfg_attr(c, cold, unsafe(no_mangle)))] #[cfg_attr(a,)]";
    errors(
        &format!("{attributes} fn f() {{ #![allow(a)] frame!(s); }}"),
        expect![[""]],
    );
}

#[test]
fn siblings_that_could_be_macros() {
    errors(
        "#[evil] #[test] #[bench] #[derive(A)] #[::inline] #[rustfmt::skip] #[leak::framed] #[r#inline]
         #[unsafe(evil)] #[cfg_attr(a, inline, evil, cfg_attr(b, worse(c, d)))] #[cfg_attr] #[naked]
         fn f() { #![evil] frame!(s); }",
        expect![[r#"
            "`#[evil]` could be a macro that moves the frames of this function somewhere else\n\nhelp: put `#[evil]` above `#[framed]`"
            "`#[test]` could be a macro that moves the frames of this function somewhere else\n\nhelp: put `#[test]` above `#[framed]`"
            "`#[bench]` could be a macro that moves the frames of this function somewhere else\n\nhelp: put `#[bench]` above `#[framed]`"
            "`#[derive]` could be a macro that moves the frames of this function somewhere else\n\nhelp: put `#[derive]` above `#[framed]`"
            "`#[::inline]` could be a macro that moves the frames of this function somewhere else\n\nhelp: put `#[::inline]` above `#[framed]`"
            "`#[rustfmt::skip]` could be a macro that moves the frames of this function somewhere else\n\nhelp: if it is a macro, put `#[rustfmt::skip]` above `#[framed]`, else remove it"
            "this function is `#[framed]` already\n\nhelp: remove one of the two"
            "`#[r#inline]` could be a macro that moves the frames of this function somewhere else\n\nhelp: put `#[r#inline]` above `#[framed]`"
            "`#[evil]` could be a macro that moves the frames of this function somewhere else\n\nhelp: put `#[evil]` above `#[framed]`"
            "`#[evil]` could be a macro that moves the frames of this function somewhere else\n\nhelp: put `#[evil]` above `#[framed]`"
            "`#[worse]` could be a macro that moves the frames of this function somewhere else\n\nhelp: put `#[worse]` above `#[framed]`"
            "`#[cfg_attr]` could be a macro that moves the frames of this function somewhere else\n\nhelp: put `#[cfg_attr]` above `#[framed]`"
            "`#[naked]` could be a macro that moves the frames of this function somewhere else\n\nhelp: put `#[naked]` above `#[framed]`"
            "`#[evil]` could be a macro that moves the frames of this function somewhere else\n\nhelp: put `#[evil]` above `#[framed]`"
        "#]],
    );
}

#[test]
fn functions_that_can_not_hold_a_frame() {
    errors(
        "async fn f() {}",
        expect![[r#"
        "an `async fn` can't be `#[framed]`: its future, and the frame with it, can be forgotten between two polls\n\nhelp: remove the `async`, or hold the guards in a `leak::PinScope`"
    "#]],
    );
    errors(
        "const unsafe fn f() {}",
        expect![[r#"
        "a `const fn` can't be `#[framed]`: a frame needs the stack of a running program\n\nhelp: remove the `const`"
    "#]],
    );
    errors(
        "const async fn f() {}",
        expect![[r#"
        "an `async fn` can't be `#[framed]`: its future, and the frame with it, can be forgotten between two polls\n\nhelp: remove the `async`, or hold the guards in a `leak::PinScope`"
        "a `const fn` can't be `#[framed]`: a frame needs the stack of a running program\n\nhelp: remove the `const`"
    "#]],
    );
    errors(
        "fn f(&self);",
        expect![[r#"
        "this function has no body, so there is nothing to frame\n\nhelp: put `#[framed]` on the functions that implement it"
    "#]],
    );
    errors(
        "gen fn f() {}",
        expect![[r#"
            "a `gen fn` can't be `#[framed]`: its state, and the frame with it, can be forgotten between two values\n\nhelp: remove the `gen`"
        "#]],
    );
    errors(
        "async gen fn f() {}",
        expect![[r#"
            "a `gen fn` can't be `#[framed]`: its state, and the frame with it, can be forgotten between two values\n\nhelp: remove the `gen`"
        "#]],
    );
    errors(
        "#[a] pub(crate) struct S; ",
        expect![[r#"
        "`#[framed]` has no meaning on this item\n\nhelp: put `#[framed]` on a function or method that has a body"
    "#]],
    );
    for item in ["mod m {}", "#[a] impl S {}", "pub fn f();", "f!();"] {
        let text = super::errors(expand(TokenStream::new(), tokens(item)));
        assert!(
            text.contains("has no meaning on this item"),
            "{item}: {text}"
        );
    }
}

#[test]
fn wrong_arguments() {
    let output = expand(
        tokens("x, crate = 1"),
        tokens("const fn f() { frame!(s); }"),
    );
    check_errors(
        output,
        expect![[r#"
        "unknown key `x`\n\nhelp: `#[framed]` takes `crate = path`"
        "expected identifier\n\nhelp: write `crate = path`"
        "a `const fn` can't be `#[framed]`: a frame needs the stack of a running program\n\nhelp: remove the `const`"
    "#]],
    );
}
