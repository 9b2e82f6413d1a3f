/// Documented.
#[allow(clippy::partial_pub_fields, deprecated, reason = "generated")]
#[allow(explicit_outlives_requirements, reason = "generated")]
pub struct Line<'s, T: Clone + 's>
where
    T: PartialEq,
{
    bound: ::self_borrow::__private::Pair<'s, LineFamily<'s, T>>,
    /// A plain field.
    pub r#type: Vec<Line<'s, T>>,
}
struct LineFamily<'s, T>(
    ::self_borrow::__private::PhantomData<
        (&'s (), ::self_borrow::__private::PhantomData<T>),
    >,
);
///The fields of a [`Line`], borrowed.
#[allow(dead_code, deprecated, single_use_lifetimes, reason = "generated")]
#[allow(explicit_outlives_requirements, reason = "generated")]
#[allow(clippy::pedantic, clippy::restriction, reason = "generated")]
pub struct LineRef<'this, 'text: 'this, 's, T: Clone + 's>
where
    T: PartialEq,
{
    /// An owner.
    pub text: ::self_borrow::__private::RefOf<'text, Rc<[&'s T]>>,
    #[deprecated]
    pub(crate) first: &'this &'text T,
    /// A plain field.
    pub r#type: &'this Vec<Line<'s, T>>,
}
///The fields of a [`Line`], borrowed mutably.
#[allow(dead_code, deprecated, single_use_lifetimes, reason = "generated")]
#[allow(explicit_outlives_requirements, reason = "generated")]
#[allow(clippy::pedantic, clippy::restriction, reason = "generated")]
pub struct LineMut<'this, 'text: 'this, 's, T: Clone + 's>
where
    T: PartialEq,
{
    /// An owner.
    pub text: ::self_borrow::__private::RefOf<'text, Rc<[&'s T]>>,
    #[deprecated]
    pub(crate) first: &'this mut &'text T,
    /// A plain field.
    pub r#type: &'this mut Vec<Line<'s, T>>,
}
///The fields of a [`Line`], that borrow, by value, and what they borrow from.
#[allow(dead_code, deprecated, single_use_lifetimes, reason = "generated")]
#[allow(explicit_outlives_requirements, reason = "generated")]
#[allow(clippy::pedantic, clippy::restriction, reason = "generated")]
pub struct LineParts<'text, 's, T: Clone + 's>
where
    T: PartialEq,
{
    /// An owner.
    pub text: ::self_borrow::__private::RefOf<'text, Rc<[&'s T]>>,
    #[deprecated]
    pub(crate) first: &'text T,
}
///The fields of a [`Line`] that borrow nothing.
#[allow(dead_code, deprecated, single_use_lifetimes, reason = "generated")]
#[allow(explicit_outlives_requirements, reason = "generated")]
#[allow(clippy::pedantic, clippy::restriction, reason = "generated")]
pub struct LineOwners<'s, T: Clone + 's>
where
    T: PartialEq,
{
    /// An owner.
    pub text: Rc<[&'s T]>,
    /// A plain field.
    pub r#type: Vec<Line<'s, T>>,
}
///Builds a [`Line`], field by field.
#[must_use = "the value is there after `build`"]
pub struct LineBuilder<'s, T, S>(
    S,
    ::self_borrow::__private::PhantomData<
        fn() -> (&'s (), ::self_borrow::__private::PhantomData<T>),
    >,
);
#[allow(deprecated, private_bounds, single_use_lifetimes, reason = "generated")]
#[allow(clippy::all, clippy::nursery, clippy::pedantic, reason = "generated")]
const _: () = {
    use ::self_borrow::__private as __sb;
    impl<'s, 'text, T: Clone + 's> __sb::FamilyAt<'text> for LineFamily<'s, T>
    where
        T: PartialEq,
    {
        type Of = &'text T;
    }
    impl<'s, T: Clone + 's> __sb::LentTo for LineFamily<'s, T>
    where
        T: PartialEq,
    {
        type Lend = __sb::Shared<Rc<[&'s T]>>;
    }
    impl<'s, T: Clone + 's> Line<'s, T>
    where
        T: PartialEq,
    {
        /// Builds it field by field: what borrows nothing in any order, then what borrows in its order.
        pub fn builder() -> LineBuilder<'s, T, (__sb::Missing, __sb::Missing)> {
            LineBuilder((__sb::Missing, __sb::Missing), __sb::PhantomData)
        }
        /// Builds it at once: from values, and closures for the fields that borrow.
        pub(crate) fn new(
            text: Rc<[&'s T]>,
            first: impl __sb::Step<LineFamily<'s, T>>,
            field_type: Vec<Line<'s, T>>,
        ) -> Line<'s, T> {
            let bound = __sb::Bound::new(__sb::Shared(text), first);
            Self { bound, r#type: field_type }
        }
        /// The same, by a closure that may fail. An error comes with the owners.
        pub(crate) fn try_new<E>(
            text: Rc<[&'s T]>,
            first: impl __sb::TryStep<LineFamily<'s, T>, E>,
            field_type: Vec<Line<'s, T>>,
        ) -> __sb::Result<Line<'s, T>, (E, LineOwners<'s, T>)> {
            match __sb::Bound::try_new(__sb::Shared(text), first) {
                __sb::Ok(bound) => __sb::Ok(Self { bound, r#type: field_type }),
                __sb::Err((error, __sb::Shared(text))) => {
                    __sb::Err((
                        error,
                        LineOwners {
                            text: text,
                            r#type: field_type,
                        },
                    ))
                }
            }
        }
        /// Calls the closure with all fields, borrowed.
        pub fn with<'this, R>(
            &'this self,
            f: impl for<'text> __sb::FnOnce(LineRef<'this, 'text, 's, T>) -> R,
        ) -> R {
            let field_type = &self.r#type;
            self.bound
                .with_within(|first, place_text, _| f(LineRef {
                    text: place_text,
                    first,
                    r#type: field_type,
                }))
        }
        /// Calls the closure with all fields, borrowed mutably, but for what is lent.
        pub fn with_mut<'this, R>(
            &'this mut self,
            f: impl for<'text> __sb::FnOnce(LineMut<'this, 'text, 's, T>) -> R,
        ) -> R {
            let field_type = &mut self.r#type;
            self.bound
                .with_mut_within(|first, place_text, _| f(LineMut {
                    text: place_text,
                    first,
                    r#type: field_type,
                }))
        }
        /// An owner.
        #[inline]
        pub fn text<'this>(&'this self) -> __sb::RefOf<'this, Rc<[&'s T]>> {
            self.bound.seen()
        }
        #[deprecated]
        #[inline]
        pub(crate) fn first<'this>(&'this self) -> &'this &'this T {
            fn shorter<'not_covariant, 's, 'text, T: Clone + 's>(
                view: LineRef<'not_covariant, 'text, 's, T>,
            ) -> &'not_covariant &'not_covariant T
            where
                T: PartialEq,
            {
                view.first
            }
            self.with(shorter::<T>)
        }
        /// A plain field.
        #[inline]
        pub fn r#type(&self) -> &Vec<Line<'s, T>> {
            &self.r#type
        }
        ///Calls the closure with `first`, to change it.
        pub(crate) fn with_first_mut<'this, R>(
            &'this mut self,
            f: impl for<'text> __sb::FnOnce(&'this mut &'text T) -> R,
        ) -> R {
            self.bound.with_dependent_mut(f)
        }
        ///`type`, to change it.
        #[inline]
        pub fn type_mut(&mut self) -> &mut Vec<Line<'s, T>> {
            &mut self.r#type
        }
        ///Makes another value of `first`.
        pub(crate) fn map_first(
            self,
            f: impl __sb::Change<LineFamily<'s, T>, LineFamily<'s, T>>,
        ) -> Line<'s, T> {
            let Self { bound, r#type: field_type } = self;
            let bound = bound.map_dependent::<LineFamily<'s, T>>(f);
            Line { bound, r#type: field_type }
        }
        /// The same, by a closure that may fail. An error comes with the owners.
        pub(crate) fn try_map_first<E>(
            self,
            f: impl __sb::TryChange<LineFamily<'s, T>, LineFamily<'s, T>, E>,
        ) -> __sb::Result<Line<'s, T>, (E, LineOwners<'s, T>)> {
            let Self { bound, r#type: field_type } = self;
            match bound.try_map_dependent::<LineFamily<'s, T>, _>(f) {
                __sb::Ok(bound) => __sb::Ok(Line { bound, r#type: field_type }),
                __sb::Err((error, __sb::Shared(text))) => {
                    __sb::Err((
                        error,
                        LineOwners {
                            text: text,
                            r#type: field_type,
                        },
                    ))
                }
            }
        }
        /// Gives what borrows to the closure, by value; then the owners back.
        pub fn unbind<R>(
            self,
            f: impl for<'text> __sb::FnOnce(LineParts<'text, 's, T>) -> R,
        ) -> (LineOwners<'s, T>, R) {
            let Self { bound, r#type: field_type } = self;
            let (__sb::Shared(text), result) = bound
                .unbind_within(|first, place_text, _| f(LineParts {
                    text: place_text,
                    first,
                }));
            (
                LineOwners {
                    text: text,
                    r#type: field_type,
                },
                result,
            )
        }
        /// Drops what borrows, and gives the owners back.
        #[inline]
        pub fn into_owners(self) -> LineOwners<'s, T> {
            let Self { bound, r#type: field_type } = self;
            let __sb::Shared(text) = bound.into_owner();
            LineOwners {
                text: text,
                r#type: field_type,
            }
        }
    }
    impl<'s, T: Clone + 's, S1> LineBuilder<'s, T, (__sb::Missing, S1)>
    where
        T: PartialEq,
    {
        ///Sets `text`.
        pub fn text(self, text: Rc<[&'s T]>) -> LineBuilder<'s, T, (Rc<[&'s T]>, S1)> {
            let (_, field_type) = self.0;
            LineBuilder((text, field_type), __sb::PhantomData)
        }
    }
    impl<'s, T: Clone + 's, S0> LineBuilder<'s, T, (S0, __sb::Missing)>
    where
        T: PartialEq,
    {
        ///Sets `type`.
        pub fn r#type(
            self,
            field_type: Vec<Line<'s, T>>,
        ) -> LineBuilder<'s, T, (S0, Vec<Line<'s, T>>)> {
            let (text, _) = self.0;
            LineBuilder((text, field_type), __sb::PhantomData)
        }
    }
    impl<'s, T: Clone + 's> LineBuilder<'s, T, (Rc<[&'s T]>, Vec<Line<'s, T>>)>
    where
        T: PartialEq,
    {
        ///Builds `first` from what it borrows.
        ///
        ///The closure is a `for<'text> FnOnce(RefOf<'text, Rc<[&'s T]>>) -> &'text T`.
        pub(crate) fn first(
            self,
            f: impl __sb::Step<LineFamily<'s, T>>,
        ) -> __sb::Built<Line<'s, T>> {
            let (text, field_type) = self.0;
            let bound = __sb::build(text, f);
            __sb::Built(Line { bound, r#type: field_type })
        }
        ///Builds, or fails with an error and the owners, `first` from what it borrows.
        ///
        ///The closure is a `for<'text> FnOnce(RefOf<'text, Rc<[&'s T]>>) -> Result<&'text T, E>`.
        pub(crate) fn try_first<E>(
            self,
            f: impl __sb::TryStep<LineFamily<'s, T>, E>,
        ) -> __sb::Result<__sb::Built<Line<'s, T>>, (E, LineOwners<'s, T>)> {
            let (text, field_type) = self.0;
            match __sb::Bound::try_new(__sb::Shared(text), f) {
                __sb::Ok(bound) => {
                    __sb::Ok(__sb::Built(Line { bound, r#type: field_type }))
                }
                __sb::Err((error, __sb::Shared(text))) => {
                    __sb::Err((
                        error,
                        LineOwners {
                            text: text,
                            r#type: field_type,
                        },
                    ))
                }
            }
        }
        ///Builds, by an async closure, `first` from what it borrows.
        ///
        ///The closure is a `for<'text> AsyncFnOnce(RefOf<'text, Rc<[&'s T]>>) -> &'text T`.
        pub(crate) fn first_async(
            self,
            f: impl __sb::AsyncStep<LineFamily<'s, T>> + 's,
        ) -> impl __sb::Future<Output = __sb::Built<Line<'s, T>>> {
            let (text, field_type) = self.0;
            __sb::Bound::<
                '_,
                _,
                LineFamily<'s, T>,
            >::new_async(
                __sb::Shared(text),
                f,
                move |bound| __sb::Built(Line { bound, r#type: field_type }),
            )
        }
        ///Builds, by an async closure, or fails with an error and the owners, `first` from what it borrows.
        ///
        ///The closure is a `for<'text> AsyncFnOnce(RefOf<'text, Rc<[&'s T]>>) -> Result<&'text T, E>`.
        pub(crate) fn try_first_async<E: 's>(
            self,
            f: impl __sb::TryAsyncStep<LineFamily<'s, T>, E> + 's,
        ) -> impl __sb::Future<
            Output = __sb::Result<__sb::Built<Line<'s, T>>, (E, LineOwners<'s, T>)>,
        > {
            let (text, field_type) = self.0;
            __sb::Bound::<
                '_,
                _,
                LineFamily<'s, T>,
            >::try_new_async(
                __sb::Shared(text),
                f,
                move |built| match built {
                    __sb::Ok(bound) => {
                        __sb::Ok(__sb::Built(Line { bound, r#type: field_type }))
                    }
                    __sb::Err((error, __sb::Shared(text))) => {
                        __sb::Err((
                            error,
                            LineOwners {
                                text: text,
                                r#type: field_type,
                            },
                        ))
                    }
                },
            )
        }
    }
    #[automatically_derived]
    impl<'s, T: Clone + 's> __sb::Clone for Line<'s, T>
    where
        T: PartialEq,
        T: __sb::Clone,
    {
        #[inline]
        fn clone(&self) -> Self {
            Self {
                bound: __sb::Clone::clone(&self.bound),
                r#type: __sb::Clone::clone(&self.r#type),
            }
        }
    }
    #[automatically_derived]
    impl<'s, T: Clone + 's> __sb::Debug for Line<'s, T>
    where
        T: PartialEq,
        T: __sb::Debug,
    {
        fn fmt(&self, f: &mut __sb::fmt::Formatter<'_>) -> __sb::fmt::Result {
            self.with(|view| {
                let mut debug = __sb::fmt::Formatter::debug_struct(f, "Line");
                __sb::fmt::DebugStruct::field(&mut debug, "text", &view.text);
                __sb::fmt::DebugStruct::field(&mut debug, "first", view.first);
                __sb::fmt::DebugStruct::field(&mut debug, "type", view.r#type);
                __sb::fmt::DebugStruct::finish(&mut debug)
            })
        }
    }
    #[automatically_derived]
    impl<'s, T: Clone + 's> __sb::Debug for LineOwners<'s, T>
    where
        T: PartialEq,
        T: __sb::Debug,
    {
        fn fmt(&self, f: &mut __sb::fmt::Formatter<'_>) -> __sb::fmt::Result {
            let mut debug = __sb::fmt::Formatter::debug_struct(f, "LineOwners");
            __sb::fmt::DebugStruct::field(&mut debug, "text", &self.text);
            __sb::fmt::DebugStruct::field(&mut debug, "type", &self.r#type);
            __sb::fmt::DebugStruct::finish(&mut debug)
        }
    }
    #[automatically_derived]
    impl<'s, T: Clone + 's> __sb::PartialEq for Line<'s, T>
    where
        T: PartialEq,
        T: __sb::PartialEq,
    {
        fn eq(&self, other: &Self) -> __sb::bool {
            __sb::PartialEq::eq(&self.text(), &other.text())
                && __sb::PartialEq::eq(self.first(), other.first())
                && __sb::PartialEq::eq(self.r#type(), other.r#type())
        }
    }
};
