pub struct Edit {
    bound: ::self_borrow::__private::Bound<
        'static,
        ::self_borrow::__private::Exclusive<Box<String>>,
        EditFamily<0, ()>,
    >,
}
#[doc(hidden)]
struct EditFamily<const AT: ::self_borrow::__private::usize, L>(
    ::self_borrow::__private::PhantomData<(L,)>,
);
///The fields of a [`Edit`], borrowed.
#[allow(dead_code, deprecated, single_use_lifetimes, reason = "generated")]
#[allow(explicit_outlives_requirements, reason = "generated")]
#[allow(clippy::pedantic, clippy::restriction, reason = "generated")]
pub struct EditRef<'this, 'a: 'this> {
    place: &'this &'a mut String,
}
///The fields of a [`Edit`], borrowed mutably.
#[allow(dead_code, deprecated, single_use_lifetimes, reason = "generated")]
#[allow(explicit_outlives_requirements, reason = "generated")]
#[allow(clippy::pedantic, clippy::restriction, reason = "generated")]
pub struct EditMut<'this, 'a: 'this> {
    place: &'this mut &'a mut String,
}
///The fields of a [`Edit`], that borrow, by value, and what they borrow from.
#[allow(dead_code, deprecated, single_use_lifetimes, reason = "generated")]
#[allow(explicit_outlives_requirements, reason = "generated")]
#[allow(clippy::pedantic, clippy::restriction, reason = "generated")]
pub struct EditParts<'a> {
    place: &'a mut String,
}
///Builds a [`Edit`], field by field.
#[must_use = "the value is there after `build`"]
pub struct EditBuilder<S>(S);
#[allow(deprecated, single_use_lifetimes, reason = "generated")]
#[allow(clippy::all, clippy::nursery, clippy::pedantic, reason = "generated")]
const _: () = {
    use ::self_borrow::__private as __sb;
    impl<'a> __sb::FamilyAt<'a> for EditFamily<0, ()> {
        type Of = &'a mut String;
    }
    impl Edit {
        /// Builds it field by field: what borrows nothing in any order, then what borrows in its order.
        #[inline]
        pub fn builder() -> EditBuilder<(__sb::Missing,)> {
            EditBuilder((__sb::Missing,))
        }
        /// Builds it at once: from values, and closures for the fields that borrow.
        fn new(
            field_text: Box<String>,
            field_place: impl for<'a> __sb::Step1<
                __sb::MutOf<'a, Box<String>>,
                &'a mut String,
            >,
        ) -> Edit {
            let bound = __sb::Bound::new(__sb::Exclusive(field_text), field_place);
            Self { bound }
        }
        /// The same, by a closure that may fail. An error comes with the owners.
        fn try_new<E>(
            field_text: Box<String>,
            field_place: impl for<'a> __sb::Step1<
                __sb::MutOf<'a, Box<String>>,
                __sb::Result<&'a mut String, E>,
            >,
        ) -> __sb::Result<Edit, (E, Box<String>)> {
            match __sb::Bound::try_new(__sb::Exclusive(field_text), field_place) {
                __sb::Ok(bound) => __sb::Ok(Self { bound }),
                __sb::Err((error, __sb::Exclusive(field_text))) => {
                    __sb::Err((error, field_text))
                }
            }
        }
        /// Calls the closure with all fields, borrowed.
        pub fn with<'this, R>(
            &'this self,
            f: impl for<'a> __sb::FnOnce(EditRef<'this, 'a>) -> R,
        ) -> R {
            self.bound.with_within(|field_place, _, _| f(EditRef { place: field_place }))
        }
        /// Calls the closure with all fields, borrowed mutably, but for what is lent.
        pub fn with_mut<'this, R>(
            &'this mut self,
            f: impl for<'a> __sb::FnOnce(EditMut<'this, 'a>) -> R,
        ) -> R {
            self.bound
                .with_mut_within(|field_place, _, _| f(EditMut { place: field_place }))
        }
        #[inline]
        fn place<'this>(&'this self) -> &'this &'this mut String {
            fn shorter<'not_covariant, 'a>(
                view: EditRef<'not_covariant, 'a>,
            ) -> &'not_covariant &'not_covariant mut String {
                view.place
            }
            self.with(shorter)
        }
        ///Calls the closure with `place`, to change it.
        fn with_place_mut<'this, R>(
            &'this mut self,
            f: impl for<'a> __sb::FnOnce(&'this mut &'a mut String) -> R,
        ) -> R {
            self.bound.with_dependent_mut(f)
        }
        ///Makes another value of `place`.
        fn map_place(
            self,
            f: impl for<'a> __sb::Step1<&'a mut String, &'a mut String>,
        ) -> Edit {
            let Self { bound } = self;
            let bound = bound.map_dependent::<EditFamily<0, ()>>(f);
            Edit { bound }
        }
        /// The same, by a closure that may fail. An error comes with the owners.
        fn try_map_place<E>(
            self,
            f: impl for<'a> __sb::Step1<&'a mut String, __sb::Result<&'a mut String, E>>,
        ) -> __sb::Result<Edit, (E, Box<String>)> {
            let Self { bound } = self;
            match bound.try_map_dependent::<EditFamily<0, ()>, _>(f) {
                __sb::Ok(bound) => __sb::Ok(Edit { bound }),
                __sb::Err((error, __sb::Exclusive(field_text))) => {
                    __sb::Err((error, field_text))
                }
            }
        }
        /// Gives what borrows to the closure, by value; then the owners back.
        fn unbind<R>(
            self,
            f: impl for<'a> __sb::FnOnce(EditParts<'a>) -> R,
        ) -> (Box<String>, R) {
            let Self { bound } = self;
            let (__sb::Exclusive(field_text), result) = bound
                .unbind_within(|field_place, _, _| f(EditParts { place: field_place }));
            (field_text, result)
        }
        /// Drops what borrows, and gives the owners back.
        #[inline]
        fn into_owners(self) -> Box<String> {
            let Self { bound } = self;
            let __sb::Exclusive(field_text) = bound.into_owner();
            field_text
        }
    }
    impl EditBuilder<(__sb::Missing,)> {
        ///Sets `text`.
        #[inline]
        fn text(self, field_text: Box<String>) -> EditBuilder<(Box<String>,)> {
            let (_,) = self.0;
            EditBuilder((field_text,))
        }
    }
    impl EditBuilder<(Box<String>,)> {
        ///Builds `place` from what it borrows.
        fn place(
            self,
            f: impl for<'a> __sb::Step1<__sb::MutOf<'a, Box<String>>, &'a mut String>,
        ) -> EditBuilder<Edit> {
            let (field_text,) = self.0;
            let bound = __sb::Bound::new(__sb::Exclusive(field_text), f);
            EditBuilder(Edit { bound })
        }
        ///Builds, or fails with an error and the owners, `place` from what it borrows.
        fn try_place<E>(
            self,
            f: impl for<'a> __sb::Step1<
                __sb::MutOf<'a, Box<String>>,
                __sb::Result<&'a mut String, E>,
            >,
        ) -> __sb::Result<EditBuilder<Edit>, (E, Box<String>)> {
            let (field_text,) = self.0;
            match __sb::Bound::try_new(__sb::Exclusive(field_text), f) {
                __sb::Ok(bound) => __sb::Ok(EditBuilder(Edit { bound })),
                __sb::Err((error, __sb::Exclusive(field_text))) => {
                    __sb::Err((error, field_text))
                }
            }
        }
        ///Builds, by an async closure, `place` from what it borrows.
        fn place_async(
            self,
            f: impl for<'a> __sb::AsyncStep1<
                __sb::MutOf<'a, Box<String>>,
                &'a mut String,
            > + 'static,
        ) -> impl __sb::Future<Output = EditBuilder<Edit>> {
            let (field_text,) = self.0;
            __sb::Bound::<
                '_,
                _,
                EditFamily<0, ()>,
            >::new_async(
                __sb::Exclusive(field_text),
                f,
                move |bound| EditBuilder(Edit { bound }),
            )
        }
        ///Builds, by an async closure, or fails with an error and the owners, `place` from what it borrows.
        fn try_place_async<E: 'static>(
            self,
            f: impl for<'a> __sb::AsyncStep1<
                __sb::MutOf<'a, Box<String>>,
                __sb::Result<&'a mut String, E>,
            > + 'static,
        ) -> impl __sb::Future<
            Output = __sb::Result<EditBuilder<Edit>, (E, Box<String>)>,
        > {
            let (field_text,) = self.0;
            __sb::Bound::<
                '_,
                _,
                EditFamily<0, ()>,
            >::try_new_async(
                __sb::Exclusive(field_text),
                f,
                move |built| match built {
                    __sb::Ok(bound) => __sb::Ok(EditBuilder(Edit { bound })),
                    __sb::Err((error, __sb::Exclusive(field_text))) => {
                        __sb::Err((error, field_text))
                    }
                },
            )
        }
    }
    impl EditBuilder<Edit> {
        /// What has been built.
        #[inline]
        pub fn build(self) -> Edit {
            self.0
        }
    }
};
