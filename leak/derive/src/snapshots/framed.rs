//! `#[framed]`: what it writes.

use super::{check, tokens};
use crate::framed::expand;
use expect_test::{Expect, expect};
use proc_macro2::TokenStream;

fn framed(function: &str, expected: Expect) {
    check(expand(TokenStream::new(), tokens(function)), expected);
}

#[test]
fn plain_blocks() {
    framed(
        "pub unsafe fn f<'a, T>(&'a self, t: T) -> Result<u8, T> where T: Copy {
            #![allow(unused)]
            frame!(a);
            if value { ::leak::frame![b]; } else if other { frame! { c }; } else { frame!(r#type); }
            'label: loop { frame!(d); break 'label; }
            while go { frame!(e); }
            for x in y { frame!(f); }
            match value { A if { frame!(g); true } => { leak::frame!(h); } B => { frame!(i); } }
            let Some(z) = t else { frame!(j); return Err(t) };
            unsafe { frame! { k } k.spawn() }
            #[allow(clippy::all)]
            'block: { frame!(l); }
            #[cfg(windows)] #[cfg(unix)]
            frame!(m);
        }",
        expect![[r#"
            pub unsafe fn f<'a, T>(&'a self, t: T) -> Result<u8, T>
            where
                T: Copy,
            {
                #![allow(unused)]
                ::leak::__private::unsafe_open_frame!(a);
                if value {
                    ::leak::__private::unsafe_open_frame!(b);
                } else if other {
                    ::leak::__private::unsafe_open_frame!(c);
                } else {
                    ::leak::__private::unsafe_open_frame!(r#type);
                }
                'label: loop {
                    ::leak::__private::unsafe_open_frame!(d);
                    break 'label;
                }
                while go {
                    ::leak::__private::unsafe_open_frame!(e);
                }
                for x in y {
                    ::leak::__private::unsafe_open_frame!(f);
                }
                match value {
                    A if {
                        ::leak::__private::unsafe_open_frame!(g);
                        true
                    } => {
                        ::leak::__private::unsafe_open_frame!(h);
                    }
                    B => {
                        ::leak::__private::unsafe_open_frame!(i);
                    }
                }
                let Some(z) = t else {
                    ::leak::__private::unsafe_open_frame!(j);
                    return Err(t);
                };
                unsafe {
                    ::leak::__private::unsafe_open_frame!(k);
                    k.spawn()
                }
                #[allow(clippy::all)]
                'block: {
                    ::leak::__private::unsafe_open_frame!(l);
                }
                #[cfg(windows)]
                #[cfg(unix)]
                ::leak::__private::unsafe_open_frame!(m);
            }
        "#]],
    );
}

#[test]
fn plain_blocks_in_expressions() {
    framed(
        "fn f() {
            let value = { frame!(a); b.spawn(t)? };
            call(&[(S { x: { frame!(b); 1 }, ..{ frame!(c); s } },)]);
            x.m({ frame!(d); 1 })[{ frame!(e); 0 }..].field = { frame!(f); 1 } as u8;
            return Ok({ frame!(g); 1 } + !{ frame!(h); 2 });
        }",
        expect![[r#"
            fn f() {
                let value = {
                    ::leak::__private::unsafe_open_frame!(a);
                    b.spawn(t)?
                };
                call(
                    &[
                        (
                            S {
                                x: {
                                    ::leak::__private::unsafe_open_frame!(b);
                                    1
                                },
                                ..{
                                    ::leak::__private::unsafe_open_frame!(c);
                                    s
                                }
                            },
                        ),
                    ],
                );
                x
                    .m({
                        ::leak::__private::unsafe_open_frame!(d);
                        1
                    })[{
                        ::leak::__private::unsafe_open_frame!(e);
                        0
                    }..]
                    .field = {
                    ::leak::__private::unsafe_open_frame!(f);
                    1
                } as u8;
                return Ok(
                    {
                        ::leak::__private::unsafe_open_frame!(g);
                        1
                    }
                        + !{
                            ::leak::__private::unsafe_open_frame!(h);
                            2
                        },
                );
            }
        "#]],
    );
}

#[test]
fn another_crate() {
    check(
        expand(
            tokens("crate = a::b"),
            tokens("fn f() { frame!(s); a::b::frame!(t); other::frame!(u); }"),
        ),
        expect![[r#"
            fn f() {
                a::b::__private::unsafe_open_frame!(s);
                a::b::__private::unsafe_open_frame!(t);
                other::frame!(u);
            }
        "#]],
    );
}

#[test]
fn what_is_not_rewritten_is_left_alone() {
    framed(
        "fn f() {
            #[framed] fn nested() { frame!(s); }
            impl S { #[leak::framed] fn nested() { frame!(s); } }
            some_macro! { #[framed] fn nested() { frame!(s); } }
            other::frame!(s);
            frame(s);
            let frame = frame != (s);
        }",
        expect![[r#"
            fn f() {
                #[framed]
                fn nested() {
                    frame!(s);
                }
                impl S {
                    #[leak::framed]
                    fn nested() {
                        frame!(s);
                    }
                }
                some_macro! {
                    #[framed] fn nested() { frame!(s); }
                }
                other::frame!(s);
                frame(s);
                let frame = frame != (s);
            }
        "#]],
    );
}

#[test]
fn an_error_takes_the_place_of_the_frame() {
    framed(
        "fn f() {
            frame!(good);
            let a = || { frame!(s); s.spawn(g) };
            #[cfg(unix)]
            frame!(mut s);
            frame!(t)
        }",
        expect![[r#"
            fn f() {
                ::leak::__private::unsafe_open_frame!(good);
                let a = || {
                    let s = ::leak::__private::compile_error! {
                        "`frame!` in a closure, which is a function of its own\n\nhelp: declare the frame outside of the closure, or call a `#[framed]` function in it"
                    };
                    s.spawn(g)
                };
                #[cfg(unix)]
                let s = {
                    ::leak::__private::compile_error! {
                        "the scope is never `mut`\n\nhelp: write `frame!(s);`"
                    }
                };
                {
                    ::leak::__private::compile_error! {
                        "expected `;` after `frame!`\n\nhelp: a frame is a statement: write `frame!(s);`"
                    }
                }
            }
        "#]],
    );
}

#[test]
fn after_an_error_the_body_is_silenced() {
    framed(
        "#[inline] #[evil] async fn f() { #![allow(a)] frame!(s); let a = || { frame!(t); }; s.spawn(); }",
        expect![[r##"
            #[inline]
            async fn f() {
                #![allow(a)]
                let __poison = {
                    ::leak::__private::compile_error! {
                        "an `async fn` can't be `#[framed]`: its future, and the frame with it, can be forgotten between two polls\n\nhelp: remove the `async`, or hold the guards in a `leak::PinScope`"
                    }
                    ::leak::__private::compile_error! {
                        "`#[evil]` could be a macro that moves the frames of this function somewhere else\n\nhelp: put `#[evil]` above `#[framed]`"
                    }
                };
                let s = __poison;
                let a = || {
                    let t = ::leak::__private::compile_error! {
                        "`frame!` in a closure, which is a function of its own\n\nhelp: declare the frame outside of the closure, or call a `#[framed]` function in it"
                    };
                };
                s.spawn();
            }
        "##]],
    );
}
