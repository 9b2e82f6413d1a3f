#[allow(clippy::partial_pub_fields, deprecated, reason = "generated")]
struct Pair {
    bound: ::self_borrow::__private::Pair<'static, PairFamily>,
    pub _2: u8,
}
enum PairFamily {}
///The fields of a [`Pair`], borrowed.
#[allow(dead_code, deprecated, single_use_lifetimes, reason = "generated")]
#[allow(explicit_outlives_requirements, reason = "generated")]
#[allow(clippy::pedantic, clippy::restriction, reason = "generated")]
struct PairRef<'this, 'a: 'this>(
    ::self_borrow::__private::RefOf<'a, (String, String)>,
    &'this (&'a str, &'a str),
    pub &'this u8,
);
///The fields of a [`Pair`], borrowed mutably.
#[allow(dead_code, deprecated, single_use_lifetimes, reason = "generated")]
#[allow(explicit_outlives_requirements, reason = "generated")]
#[allow(clippy::pedantic, clippy::restriction, reason = "generated")]
struct PairMut<'this, 'a: 'this>(
    ::self_borrow::__private::RefOf<'a, (String, String)>,
    &'this mut (&'a str, &'a str),
    pub &'this mut u8,
);
///The fields of a [`Pair`], that borrow, by value, and what they borrow from.
#[allow(dead_code, deprecated, single_use_lifetimes, reason = "generated")]
#[allow(explicit_outlives_requirements, reason = "generated")]
#[allow(clippy::pedantic, clippy::restriction, reason = "generated")]
struct PairParts<'a>(
    ::self_borrow::__private::RefOf<'a, (String, String)>,
    (&'a str, &'a str),
    pub (),
);
///Builds a [`Pair`], field by field.
#[must_use = "the value is there after `build`"]
struct PairBuilder<S>(S);
#[allow(deprecated, private_bounds, single_use_lifetimes, reason = "generated")]
#[allow(clippy::all, clippy::nursery, clippy::pedantic, reason = "generated")]
const _: () = {
    use ::self_borrow::__private as __sb;
    impl<'a> __sb::FamilyAt<'a> for PairFamily {
        type Of = (&'a str, &'a str);
    }
    impl __sb::LentTo for PairFamily {
        type Lend = __sb::Shared<(String, String)>;
    }
    impl Pair {
        /// Builds it field by field: what borrows nothing in any order, then what borrows in its order.
        fn builder() -> PairBuilder<(__sb::Missing, __sb::Missing)> {
            PairBuilder((__sb::Missing, __sb::Missing))
        }
        /// Builds it at once: from values, and closures for the fields that borrow.
        fn new(
            field_0: (String, String),
            field_1: impl __sb::Step<PairFamily>,
            field_2: u8,
        ) -> Pair {
            let bound = __sb::Bound::new(__sb::Shared(field_0), field_1);
            Self { bound, _2: field_2 }
        }
        /// The same, by a closure that may fail. An error comes with the owners.
        fn try_new<E>(
            field_0: (String, String),
            field_1: impl __sb::TryStep<PairFamily, E>,
            field_2: u8,
        ) -> __sb::Result<Pair, (E, ((String, String), u8))> {
            match __sb::Bound::try_new(__sb::Shared(field_0), field_1) {
                __sb::Ok(bound) => __sb::Ok(Self { bound, _2: field_2 }),
                __sb::Err((error, __sb::Shared(field_0))) => {
                    __sb::Err((error, (field_0, field_2)))
                }
            }
        }
        /// Calls the closure with all fields, borrowed.
        fn with<'this, R>(
            &'this self,
            f: impl for<'a> __sb::FnOnce(PairRef<'this, 'a>) -> R,
        ) -> R {
            let field_2 = &self._2;
            self.bound
                .with_within(|field_1, place_0, _| f(PairRef(place_0, field_1, field_2)))
        }
        /// Calls the closure with all fields, borrowed mutably, but for what is lent.
        fn with_mut<'this, R>(
            &'this mut self,
            f: impl for<'a> __sb::FnOnce(PairMut<'this, 'a>) -> R,
        ) -> R {
            let field_2 = &mut self._2;
            self.bound
                .with_mut_within(|field_1, place_0, _| f(
                    PairMut(place_0, field_1, field_2),
                ))
        }
        #[inline]
        fn get_0<'this>(&'this self) -> __sb::RefOf<'this, (String, String)> {
            self.bound.seen()
        }
        #[inline]
        fn get_1<'this>(&'this self) -> &'this (&'this str, &'this str) {
            fn shorter<'not_covariant, 'a>(
                view: PairRef<'not_covariant, 'a>,
            ) -> &'not_covariant (&'not_covariant str, &'not_covariant str) {
                view.1
            }
            self.with(shorter)
        }
        #[inline]
        pub fn get_2(&self) -> &u8 {
            &self._2
        }
        ///Calls the closure with `1`, to change it.
        fn with_1_mut<'this, R>(
            &'this mut self,
            f: impl for<'a> __sb::FnOnce(&'this mut (&'a str, &'a str)) -> R,
        ) -> R {
            self.bound.with_dependent_mut(f)
        }
        ///`2`, to change it.
        #[inline]
        pub fn get_2_mut(&mut self) -> &mut u8 {
            &mut self._2
        }
        ///Makes another value of `1`.
        fn map_1(self, f: impl __sb::Change<PairFamily, PairFamily>) -> Pair {
            let Self { bound, _2: field_2 } = self;
            let bound = bound.map_dependent::<PairFamily>(f);
            Pair { bound, _2: field_2 }
        }
        /// The same, by a closure that may fail. An error comes with the owners.
        fn try_map_1<E>(
            self,
            f: impl __sb::TryChange<PairFamily, PairFamily, E>,
        ) -> __sb::Result<Pair, (E, ((String, String), u8))> {
            let Self { bound, _2: field_2 } = self;
            match bound.try_map_dependent::<PairFamily, _>(f) {
                __sb::Ok(bound) => __sb::Ok(Pair { bound, _2: field_2 }),
                __sb::Err((error, __sb::Shared(field_0))) => {
                    __sb::Err((error, (field_0, field_2)))
                }
            }
        }
        /// Gives what borrows to the closure, by value; then the owners back.
        fn unbind<R>(
            self,
            f: impl for<'a> __sb::FnOnce(PairParts<'a>) -> R,
        ) -> (((String, String), u8), R) {
            let Self { bound, _2: field_2 } = self;
            let (__sb::Shared(field_0), result) = bound
                .unbind_within(|field_1, place_0, _| f(PairParts(place_0, field_1, ())));
            ((field_0, field_2), result)
        }
        /// Drops what borrows, and gives the owners back.
        #[inline]
        fn into_owners(self) -> ((String, String), u8) {
            let Self { bound, _2: field_2 } = self;
            let __sb::Shared(field_0) = bound.into_owner();
            (field_0, field_2)
        }
    }
    impl<S1> PairBuilder<(__sb::Missing, S1)> {
        ///Sets `0`.
        fn set_0(
            self,
            field_0: (String, String),
        ) -> PairBuilder<((String, String), S1)> {
            let (_, field_2) = self.0;
            PairBuilder((field_0, field_2))
        }
    }
    impl<S0> PairBuilder<(S0, __sb::Missing)> {
        ///Sets `2`.
        pub fn set_2(self, field_2: u8) -> PairBuilder<(S0, u8)> {
            let (field_0, _) = self.0;
            PairBuilder((field_0, field_2))
        }
    }
    impl PairBuilder<((String, String), u8)> {
        ///Builds `1` from what it borrows.
        ///
        ///The closure is a `for<'a> FnOnce(RefOf<'a, (String, String)>) -> (&'a str, &'a str)`.
        fn set_1(self, f: impl __sb::Step<PairFamily>) -> __sb::Built<Pair> {
            let (field_0, field_2) = self.0;
            let bound = __sb::build(field_0, f);
            __sb::Built(Pair { bound, _2: field_2 })
        }
        ///Builds, or fails with an error and the owners, `1` from what it borrows.
        ///
        ///The closure is a `for<'a> FnOnce(RefOf<'a, (String, String)>) -> Result<(&'a str, &'a str), E>`.
        fn try_set_1<E>(
            self,
            f: impl __sb::TryStep<PairFamily, E>,
        ) -> __sb::Result<__sb::Built<Pair>, (E, ((String, String), u8))> {
            let (field_0, field_2) = self.0;
            match __sb::Bound::try_new(__sb::Shared(field_0), f) {
                __sb::Ok(bound) => __sb::Ok(__sb::Built(Pair { bound, _2: field_2 })),
                __sb::Err((error, __sb::Shared(field_0))) => {
                    __sb::Err((error, (field_0, field_2)))
                }
            }
        }
        ///Builds, by an async closure, `1` from what it borrows.
        ///
        ///The closure is a `for<'a> AsyncFnOnce(RefOf<'a, (String, String)>) -> (&'a str, &'a str)`.
        fn set_1_async(
            self,
            f: impl __sb::AsyncStep<PairFamily> + 'static,
        ) -> impl __sb::Future<Output = __sb::Built<Pair>> {
            let (field_0, field_2) = self.0;
            __sb::Bound::<
                '_,
                _,
                PairFamily,
            >::new_async(
                __sb::Shared(field_0),
                f,
                move |bound| __sb::Built(Pair { bound, _2: field_2 }),
            )
        }
        ///Builds, by an async closure, or fails with an error and the owners, `1` from what it borrows.
        ///
        ///The closure is a `for<'a> AsyncFnOnce(RefOf<'a, (String, String)>) -> Result<(&'a str, &'a str), E>`.
        fn try_set_1_async<E: 'static>(
            self,
            f: impl __sb::TryAsyncStep<PairFamily, E> + 'static,
        ) -> impl __sb::Future<
            Output = __sb::Result<__sb::Built<Pair>, (E, ((String, String), u8))>,
        > {
            let (field_0, field_2) = self.0;
            __sb::Bound::<
                '_,
                _,
                PairFamily,
            >::try_new_async(
                __sb::Shared(field_0),
                f,
                move |built| match built {
                    __sb::Ok(bound) => __sb::Ok(__sb::Built(Pair { bound, _2: field_2 })),
                    __sb::Err((error, __sb::Shared(field_0))) => {
                        __sb::Err((error, (field_0, field_2)))
                    }
                },
            )
        }
    }
};
