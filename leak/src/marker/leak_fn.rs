//! Closures with explicit captures. One macro writes the three structs: they differ only in how the
//! captures are passed.

use core::fmt;

use super::Leak;

macro_rules! leak_fn {
    (
        $(#[$doc:meta])*
        $Name:ident: $Fn:ident, fn($captures:ty),
        call: ($($recv:tt)+) => $function:expr, $pass:expr,
        into: $bind:pat => $borrow:expr,
        $one:ident: $example:literal,
        $zero:ident: $example_zero:literal,
        $two:ident: $example_two:literal,
    ) => {
        $(#[$doc])*
        pub struct $Name<C, A = (), R = ()> {
            captures: C,
            function: fn($captures, A) -> R,
        }

        // SAFETY: clause 1 and 2: a `fn` pointer owns nothing and has no destructor, so to forget
        // the value is to forget its captures.
        unsafe impl<C: Leak, A, R> Leak for $Name<C, A, R> {}

        impl<C, A, R> $Name<C, A, R> {
            /// Joins captures and a function. A closure that captures nothing is accepted as a
            /// function.
            ///
            /// ```
            #[doc = concat!("use leak::", stringify!($Name), ";")]
            ///
            #[doc = $example]
            /// assert_eq!(add.call(2), 42);
            /// ```
            pub const fn new(captures: C, function: fn($captures, A) -> R) -> Self {
                Self { captures, function }
            }

            /// The captured values.
            ///
            /// ```
            #[doc = concat!("use leak::", stringify!($Name), ";")]
            ///
            #[doc = $example]
            /// assert_eq!(*add.captures(), 40);
            /// # add.call(2);
            /// ```
            pub const fn captures(&self) -> &C {
                &self.captures
            }

            /// Gives the captured values back.
            ///
            /// ```
            #[doc = concat!("use leak::", stringify!($Name), ";")]
            ///
            #[doc = $example]
            /// # add.clone().call(0);
            /// assert_eq!(add.into_captures(), 40);
            /// ```
            pub fn into_captures(self) -> C {
                self.captures
            }

            /// Calls the function. Several arguments are passed as one tuple, none as `()`.
            ///
            /// ```
            #[doc = concat!("use leak::", stringify!($Name), ";")]
            ///
            #[doc = $example]
            /// assert_eq!(add.call(2), 42);
            /// ```
            ///
            /// # Panics
            ///
            /// If the function does.
            pub fn call($($recv)+, args: A) -> R {
                ($function)($pass, args)
            }

            #[doc = concat!("Turns it into an `impl ", stringify!($Fn), "` of one argument, for")]
            /// code that knows nothing of this type.
            ///
            /// The result is a closure. On stable it isn't [`Leak`] any more, so convert last.
            ///
            /// ```
            #[doc = concat!("use leak::", stringify!($Name), ";")]
            ///
            #[doc = $example]
            #[doc = concat!("assert_eq!(Some(2).map(add.", stringify!($one), "()), Some(42));")]
            /// ```
            pub fn $one(self) -> impl $Fn(A) -> R {
                let Self { captures: $bind, function } = self;
                move |args| function($borrow, args)
            }
        }

        impl<C, R> $Name<C, (), R> {
            #[doc = concat!("Turns it into an `impl ", stringify!($Fn), "` without arguments.")]
            ///
            /// ```
            #[doc = concat!("use leak::", stringify!($Name), ";")]
            ///
            #[doc = $example_zero]
            /// ```
            pub fn $zero(self) -> impl $Fn() -> R {
                let Self { captures: $bind, function } = self;
                move || function($borrow, ())
            }
        }

        impl<C, A, B, R> $Name<C, (A, B), R> {
            #[doc = concat!("Turns it into an `impl ", stringify!($Fn), "` of two arguments.")]
            ///
            /// ```
            #[doc = concat!("use leak::", stringify!($Name), ";")]
            ///
            #[doc = $example_two]
            /// ```
            pub fn $two(self) -> impl $Fn(A, B) -> R {
                let Self { captures: $bind, function } = self;
                move |a, b| function($borrow, (a, b))
            }
        }

        impl<C: Clone, A, R> Clone for $Name<C, A, R> {
            fn clone(&self) -> Self {
                Self { captures: self.captures.clone(), function: self.function }
            }
        }

        impl<C: Copy, A, R> Copy for $Name<C, A, R> {}

        impl<C: fmt::Debug, A, R> fmt::Debug for $Name<C, A, R> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($Name))
                    .field("captures", &self.captures)
                    .finish_non_exhaustive()
            }
        }
    };
}

leak_fn! {
    /// A closure that borrows its captures when called (like [`Fn`]), and is [`Leak`] if they are.
    ///
    /// Here the captures are a value of their own, of type `C`, and the code is a plain `fn`
    /// pointer that gets a reference to them. Write it as a closure that captures nothing itself:
    ///
    /// ```
    /// use leak::LeakFn;
    ///
    /// let names = vec!["ann", "bob"];
    /// let knows = LeakFn::new(&names, |names, name| names.contains(&name));
    /// assert!(knows.call("bob"));
    ///
    /// leak::mem::forget(knows); // it borrows `names`, and can be forgotten nevertheless
    /// ```
    ///
    /// It can't be forgotten if one of the captures can't:
    ///
    /// ```compile_fail,E0597
    /// use leak::{LeakFn, Unleak};
    ///
    /// let names = vec!["ann", "bob"];
    /// let knows = LeakFn::new(Unleak(&names), |names, name| names.contains(&name));
    /// leak::mem::forget(knows);
    /// ```
    ///
    /// # Why not a closure
    ///
    /// On stable, `Leak` is not an auto trait, so the compiler can't see whether the captures of a
    /// closure have it, and nobody else can name the closure's type to implement it. A closure that
    /// is `'static` can be wrapped in [`Unleak`](struct@crate::Unleak). One that borrows can't, and the
    /// only way to say that it may be forgotten is to make its captures visible. With the feature
    /// `nightly`, closures are `Leak` if their captures are.
    ///
    /// # Arguments
    ///
    /// `A` is the type of the argument: `()` for none, and a tuple for several, as in
    /// `|captures, (a, b)| …`. It is one type, so a function that takes a reference of *every*
    /// lifetime can't be expressed.
    ///
    /// # Variance
    ///
    /// `C` is invariant: it is both stored and an argument of the `fn` pointer.
    LeakFn: Fn, fn(&C),
    call: (&self) => self.function, &self.captures,
    into: captures => &captures,
    into_fn: "let add = LeakFn::new(40, |n, m| n + m);",
    into_fn0: "\
let answer = LeakFn::new(40, |n, ()| n + 2).into_fn0();
assert_eq!(answer(), 42);",
    into_fn2: "\
let fits = LeakFn::new(5, |limit, (a, b)| a + b < *limit).into_fn2();
assert!(fits(1, 3));",
}

leak_fn! {
    /// A closure that changes its captures when called (like [`FnMut`]), and is [`Leak`] if they
    /// are.
    ///
    /// See [`LeakFn`] for the idea, and for why a closure itself can't be `Leak` on stable.
    ///
    /// ```
    /// use leak::LeakFnMut;
    ///
    /// let mut seen = Vec::new();
    /// let mut record = LeakFnMut::new(&mut seen, |seen, item| seen.push(item));
    /// record.call(1);
    /// record.call(2);
    /// assert_eq!(seen, [1, 2]);
    /// ```
    LeakFnMut: FnMut, fn(&mut C),
    call: (&mut self) => self.function, &mut self.captures,
    into: mut captures => &mut captures,
    into_fn_mut: "let mut add = LeakFnMut::new(40, |n, m| *n + m);",
    into_fn_mut0: "\
let mut next = LeakFnMut::new(40, |n, ()| { *n += 1; *n }).into_fn_mut0();
assert_eq!((next(), next()), (41, 42));",
    into_fn_mut2: "\
let mut sum = LeakFnMut::new(0, |sum, (a, b)| { *sum += a * b; *sum }).into_fn_mut2();
assert_eq!((sum(1, 2), sum(3, 4)), (2, 14));",
}

leak_fn! {
    /// A closure that uses its captures up when called (like [`FnOnce`]), and is [`Leak`] if they
    /// are.
    ///
    /// See [`LeakFn`] for the idea, and for why a closure itself can't be `Leak` on stable.
    ///
    /// ```
    /// use leak::LeakFnOnce;
    ///
    /// let name = String::from("ann");
    /// let tell = LeakFnOnce::new(name, |name, (verb, n)| format!("{name} {verb} {n}"));
    /// assert_eq!(tell.call(("wants", 7)), "ann wants 7");
    /// ```
    LeakFnOnce: FnOnce, fn(C),
    call: (self) => self.function, self.captures,
    into: captures => captures,
    into_fn_once: "let add = LeakFnOnce::new(40, |n, m| n + m);",
    into_fn_once0: "\
let answer = LeakFnOnce::new(40, |n, ()| n + 2).into_fn_once0();
assert_eq!(answer(), 42);",
    into_fn_once2: "\
let sum = LeakFnOnce::new(40, |n, (a, b)| n + a * b).into_fn_once2();
assert_eq!(sum(1, 2), 42);",
}
