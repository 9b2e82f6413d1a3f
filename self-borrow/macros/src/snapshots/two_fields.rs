pub struct Edit {
    bound: ::self_borrow::__private::Pair<'static, EditFamily>,
}
enum EditFamily {}
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
#[allow(deprecated, private_bounds, single_use_lifetimes, reason = "generated")]
#[allow(clippy::all, clippy::nursery, clippy::pedantic, reason = "generated")]
const _: () = {
    use ::self_borrow::__private as __sb;
    impl<'a> __sb::FamilyAt<'a> for EditFamily {
        type Of = &'a mut String;
    }
    impl __sb::LentTo for EditFamily {
        type Lend = __sb::Exclusive<Box<String>>;
    }
    impl Edit {
        /// Builds it field by field: what borrows nothing in any order, then what borrows in its order.
        #[inline]
        pub fn builder() -> EditBuilder<(__sb::Missing,)> {
            EditBuilder((__sb::Missing,))
        }
        /// Builds it at once: from values, and closures for the fields that borrow.
        fn new(text: Box<String>, place: impl __sb::Step<EditFamily>) -> Edit {
            let bound = __sb::build(text, place);
            Self { bound }
        }
        /// The same, by a closure that may fail. An error comes with the owners.
        fn try_new<E>(
            text: Box<String>,
            place: impl __sb::TryStep<EditFamily, E>,
        ) -> __sb::Result<Edit, (E, Box<String>)> {
            let bound = __sb::try_build(text, place)?;
            __sb::Ok(Self { bound })
        }
        /// Calls the closure with all fields, borrowed.
        pub fn with<'this, R>(
            &'this self,
            f: impl for<'a> __sb::FnOnce(EditRef<'this, 'a>) -> R,
        ) -> R {
            self.bound.with_within(|place, _, _| f(EditRef { place }))
        }
        /// Calls the closure with all fields, borrowed mutably, but for what is lent.
        pub fn with_mut<'this, R>(
            &'this mut self,
            f: impl for<'a> __sb::FnOnce(EditMut<'this, 'a>) -> R,
        ) -> R {
            self.bound.with_mut_within(|place, _, _| f(EditMut { place }))
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
        fn map_place(self, f: impl __sb::Change<EditFamily, EditFamily>) -> Edit {
            let bound = __sb::change(self.bound, f);
            Edit { bound }
        }
        /// The same, by a closure that may fail. An error comes with the owners.
        fn try_map_place<E>(
            self,
            f: impl __sb::TryChange<EditFamily, EditFamily, E>,
        ) -> __sb::Result<Edit, (E, Box<String>)> {
            let bound = __sb::try_change(self.bound, f)?;
            __sb::Ok(Edit { bound })
        }
        /// Gives what borrows to the closure, by value; then the owners back.
        fn unbind<R>(
            self,
            f: impl for<'a> __sb::FnOnce(EditParts<'a>) -> R,
        ) -> (Box<String>, R) {
            __sb::unbind(self.bound, |place, _, _| f(EditParts { place }))
        }
        /// Drops what borrows, and gives the owners back.
        #[inline]
        fn into_owners(self) -> Box<String> {
            __sb::into_single(self.bound)
        }
    }
    impl EditBuilder<(__sb::Missing,)> {
        ///Sets `text`.
        #[inline]
        fn text(self, text: Box<String>) -> EditBuilder<(Box<String>,)> {
            EditBuilder((text,))
        }
    }
    impl EditBuilder<(Box<String>,)> {
        ///Builds `place` from what it borrows.
        ///
        ///The closure is a `for<'a> FnOnce(MutOf<'a, Box<String>>) -> &'a mut String`.
        fn place(self, f: impl __sb::Step<EditFamily>) -> EditBuilder<Edit> {
            let bound = __sb::build(self.0.0, f);
            EditBuilder(Edit { bound })
        }
        ///Builds, or fails with an error and the owners, `place` from what it borrows.
        ///
        ///The closure is a `for<'a> FnOnce(MutOf<'a, Box<String>>) -> Result<&'a mut String, E>`.
        fn try_place<E>(
            self,
            f: impl __sb::TryStep<EditFamily, E>,
        ) -> __sb::Result<EditBuilder<Edit>, (E, Box<String>)> {
            let bound = __sb::try_build(self.0.0, f)?;
            __sb::Ok(EditBuilder(Edit { bound }))
        }
        ///Builds, by an async closure, `place` from what it borrows.
        ///
        ///The closure is a `for<'a> AsyncFnOnce(MutOf<'a, Box<String>>) -> &'a mut String`.
        fn place_async(
            self,
            f: impl __sb::AsyncStep<EditFamily> + 'static,
        ) -> impl __sb::Future<Output = EditBuilder<Edit>> {
            __sb::build_async(self.0.0, f, |bound| EditBuilder(Edit { bound }))
        }
        ///Builds, by an async closure, or fails with an error and the owners, `place` from what it borrows.
        ///
        ///The closure is a `for<'a> AsyncFnOnce(MutOf<'a, Box<String>>) -> Result<&'a mut String, E>`.
        fn try_place_async<E: 'static>(
            self,
            f: impl __sb::TryAsyncStep<EditFamily, E> + 'static,
        ) -> impl __sb::Future<
            Output = __sb::Result<EditBuilder<Edit>, (E, Box<String>)>,
        > {
            __sb::try_build_async(self.0.0, f, |bound| EditBuilder(Edit { bound }))
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
