//! Closures whose result borrows from their arguments.
//!
//! The bound `for<'a> FnOnce(Ref<'a, O>) -> T<'a>` is refused by the compiler (E0582) if `'a` stands only within
//! an associated type of the arguments, as in `<O as OwnerAt<'a>>::Ref`. In the bound `for<'a> Step1<Ref<'a, O>, T<'a>>`
//! all of these are parameters, and it means the same. The compiler still finds the types of a closure's
//! arguments by it, as it looks at supertraits.

macro_rules! steps {
    ($($step:ident $async_step:ident ($($arg:ident),*);)*) => {$(
        #[doc = concat!("`FnOnce(", $(stringify!($arg), ", ",)* ") -> R`. Every such closure implements it.")]
        #[diagnostic::on_unimplemented(
            message = "the closure must build `{R}` from what is lent to it",
            label = "not a closure that returns `{R}`"
        )]
        pub trait $step<$($arg,)* R>: FnOnce($($arg),*) -> R {}

        impl<$($arg,)* R, F: FnOnce($($arg),*) -> R> $step<$($arg,)* R> for F {}

        #[doc = concat!("`AsyncFnOnce(", $(stringify!($arg), ", ",)* ") -> R`. Every such closure implements it, with a future that can be named.")]
        #[diagnostic::on_unimplemented(
            message = "the async closure must build `{R}` from what is lent to it",
            label = "not an async closure that returns `{R}`",
            note = "write `async |…| …`; by `move`, if it uses variables of its surroundings"
        )]
        pub trait $async_step<$($arg,)* R>: AsyncFnOnce($($arg),*) -> R {
            /// What the closure returns.
            type Future: Future<Output = R>;

            /// Calls the closure.
            #[expect(clippy::allow_attributes, reason = "depends on the number of arguments")]
            #[allow(non_snake_case, clippy::too_many_arguments, reason = "named as their types")]
            fn start(self, $($arg: $arg),*) -> Self::Future;
        }

        impl<$($arg,)* R, F, Fut> $async_step<$($arg,)* R> for F
        where
            F: AsyncFnOnce($($arg),*) -> R + FnOnce($($arg),*) -> Fut,
            Fut: Future<Output = R>,
        {
            type Future = Fut;

            #[inline]
            #[expect(clippy::allow_attributes, reason = "depends on the number of arguments")]
            #[allow(non_snake_case, clippy::too_many_arguments, reason = "named as their types")]
            fn start(self, $($arg: $arg),*) -> Fut {
                self($($arg),*)
            }
        }
    )*};
}

steps! {
    Step0 AsyncStep0 ();
    Step1 AsyncStep1 (A);
    Step2 AsyncStep2 (A, B);
    Step3 AsyncStep3 (A, B, C);
    Step4 AsyncStep4 (A, B, C, D);
    Step5 AsyncStep5 (A, B, C, D, E);
    Step6 AsyncStep6 (A, B, C, D, E, G);
    Step7 AsyncStep7 (A, B, C, D, E, G, H);
    Step8 AsyncStep8 (A, B, C, D, E, G, H, I);
}
