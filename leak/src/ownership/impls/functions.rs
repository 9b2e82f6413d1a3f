//! `fn` pointers, and the closures whose captures are visible.

use crate::{
    AllowedInRc, Disowns, LeakFn, LeakFnMut, LeakFnOnce, NeverGives, RankedLeak, RoutineDrop,
};

macro_rules! fn_pointers {
    ($([$($A:ident)*])+) => {$(
        fn_pointers! { @each
            [$($A)*] fn($($A),*) -> R;
            [$($A)*] unsafe fn($($A),*) -> R;
            [$($A)*] extern "C" fn($($A),*) -> R;
            [$($A)*] unsafe extern "C" fn($($A),*) -> R;
        }
    )+};
    (@each $([$($A:ident)*] $T:ty;)+) => {$(
        // SAFETY: clause 1: a `fn` pointer owns nothing.
        #[diagnostic::do_not_recommend]
        unsafe impl<R, $($A),*> AllowedInRc for $T {}
        // SAFETY: clause 1: a `fn` pointer owns nothing, so any type may be asked for, not only
        // handles. A `fn` pointer itself is `Leak`, and doesn't count.
        #[diagnostic::do_not_recommend]
        unsafe impl<R, $($A,)* Asked: ?Sized> Disowns<Asked> for $T {}
        // SAFETY: clause 1: a `fn` pointer owns nothing.
        #[diagnostic::do_not_recommend]
        unsafe impl<R, $($A,)* const RANK: usize> RankedLeak<RANK> for $T {}
        #[diagnostic::do_not_recommend]
        impl<R, $($A),*> RoutineDrop for $T {}
    )+};
}

fn_pointers! {
    []
    [A]
    [A B]
    [A B C]
    [A B C D]
    [A B C D E]
    [A B C D E F]
    [A B C D E F G]
    [A B C D E F G H]
    [A B C D E F G H I]
    [A B C D E F G H I J]
    [A B C D E F G H I J K]
    [A B C D E F G H I J K L]
}

/// What comes out of a function, given what must be had to call it. A function of other arguments isn't here: a `fn(&mut
/// Option<T>)`, a `fn(fn(T))` and a `fn(Sender<T>)` give a `T` by their argument.
macro_rules! gives_its_result {
    ($([$($A:ident)?] $T:ty;)+) => {$(
        // SAFETY: clause 1: a call gives an `R`, which gives none. If it takes an argument, then
        // that is a value of the very type asked for: whoever calls it had one before.
        unsafe impl<R: NeverGives<Asked>, Asked> NeverGives<Asked> for $T {}
    )+};
}

gives_its_result! {
    [] fn() -> R;
    [] unsafe fn() -> R;
    [] extern "C" fn() -> R;
    [] unsafe extern "C" fn() -> R;
    [Asked] fn(Asked) -> R;
    [Asked] unsafe fn(Asked) -> R;
    [Asked] extern "C" fn(Asked) -> R;
    [Asked] unsafe extern "C" fn(Asked) -> R;
}

macro_rules! closures {
    ($($Name:ident)+) => {$(
        // SAFETY: clause 1: it owns its captures and a `fn` pointer.
        unsafe impl<C: AllowedInRc, A, R> AllowedInRc for $Name<C, A, R> {}
        // SAFETY: clause 1: it owns its captures, which own none, and a `fn` pointer.
        unsafe impl<C: Disowns<Asked>, A, R, Asked: ?Sized + crate::ownership::Handle>
            Disowns<Asked> for $Name<C, A, R> {}
        // SAFETY: clause 1: it gives its captures and, when it is called, its result, which give
        // none. It takes no arguments that could carry one out.
        unsafe impl<C: NeverGives<Asked>, R: NeverGives<Asked>, Asked: ?Sized + crate::ownership::Handle>
            NeverGives<Asked> for $Name<C, (), R> {}
        // SAFETY: clause 1: it owns its captures and a `fn` pointer.
        unsafe impl<C: RankedLeak<RANK>, A, R, const RANK: usize> RankedLeak<RANK> for $Name<C, A, R> {}
        impl<C: RoutineDrop, A, R> RoutineDrop for $Name<C, A, R> {}
    )+};
}

closures! { LeakFn LeakFnMut LeakFnOnce }
