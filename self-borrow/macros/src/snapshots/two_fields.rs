pub struct Edit(::self_borrow::__private::Pair<'static, EditFamily>);
enum EditFamily {}
///The fields of a [`Edit`], as they are handed out.
#[allow(dead_code, clippy::pedantic, clippy::restriction, reason = "generated")]
pub struct EditFields<D> {
    place: D,
}
///The fields of a [`Edit`], borrowed.
pub type EditRef<'this, 'a> = EditFields<&'this &'a mut String>;
///The fields of a [`Edit`], borrowed mutably.
pub type EditMut<'this, 'a> = EditFields<&'this mut &'a mut String>;
///The fields of a [`Edit`], that borrow, by value, and what they borrow from.
pub type EditParts<'a> = EditFields<&'a mut String>;
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
    impl __sb::Fields for EditFamily {
        type Fields<D, S> = EditFields<D>;
        fn fields<D, S>(place: D, _: S) -> EditFields<D> {
            EditFields { place }
        }
    }
    impl Edit {
        /// Builds it field by field: what borrows nothing in any order, then what borrows in its order.
        pub fn builder() -> EditBuilder<__sb::Missing> {
            EditBuilder(__sb::Missing)
        }
        /// Builds it at once: from values, and closures for the fields that borrow.
        fn new(text: Box<String>, place: impl __sb::Step<EditFamily>) -> Edit {
            Edit(__sb::build(text, place))
        }
        /// The same, by a closure that may fail. An error comes with the owners.
        fn try_new<E>(
            text: Box<String>,
            place: impl __sb::TryStep<EditFamily, E>,
        ) -> __sb::Result<Edit, (E, Box<String>)> {
            __sb::try_build(text, place).map(Edit)
        }
        /// Calls the closure with all fields, borrowed.
        pub fn with<'this, R>(
            &'this self,
            f: impl for<'a> __sb::FnOnce(EditRef<'this, 'a>) -> R,
        ) -> R {
            __sb::with(&self.0, f)
        }
        /// Calls the closure with all fields, borrowed mutably, but for what is lent.
        pub fn with_mut<'this, R>(
            &'this mut self,
            f: impl for<'a> __sb::FnOnce(EditMut<'this, 'a>) -> R,
        ) -> R {
            __sb::with_mut(&mut self.0, f)
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
            self.0.with_dependent_mut(f)
        }
        ///Makes another value of `place`.
        fn map_place(self, f: impl __sb::Change<EditFamily, EditFamily>) -> Edit {
            Edit(__sb::change(self.0, f))
        }
        /// The same, by a closure that may fail. An error comes with the owners.
        fn try_map_place<E>(
            self,
            f: impl __sb::TryChange<EditFamily, EditFamily, E>,
        ) -> __sb::Result<Edit, (E, Box<String>)> {
            __sb::try_change(self.0, f).map(Edit)
        }
        /// Gives what borrows to the closure, by value; then the owners back.
        fn unbind<R>(
            self,
            f: impl for<'a> __sb::FnOnce(EditParts<'a>) -> R,
        ) -> (Box<String>, R) {
            __sb::unbind(self.0, f)
        }
        /// Drops what borrows, and gives the owners back.
        #[inline]
        fn into_owners(self) -> Box<String> {
            __sb::into_single(self.0)
        }
    }
    impl EditBuilder<__sb::Missing> {
        ///Sets `text`.
        fn text(self, text: Box<String>) -> EditBuilder<Box<String>> {
            EditBuilder(text)
        }
    }
    impl EditBuilder<Box<String>> {
        ///Builds `place` from what it borrows.
        ///
        ///The closure is a `for<'a> FnOnce(MutOf<'a, Box<String>>) -> &'a mut String`.
        fn place(self, f: impl __sb::Step<EditFamily>) -> __sb::Built<Edit> {
            __sb::step(self.0, f, Edit)
        }
        ///Builds, or fails with an error and the owners, `place` from what it borrows.
        ///
        ///The closure is a `for<'a> FnOnce(MutOf<'a, Box<String>>) -> Result<&'a mut String, E>`.
        fn try_place<E>(
            self,
            f: impl __sb::TryStep<EditFamily, E>,
        ) -> __sb::Result<__sb::Built<Edit>, (E, Box<String>)> {
            __sb::try_step(self.0, f, Edit)
        }
        ///Builds, by an async closure, `place` from what it borrows.
        ///
        ///The closure is a `for<'a> AsyncFnOnce(MutOf<'a, Box<String>>) -> &'a mut String`.
        fn place_async(
            self,
            f: impl __sb::AsyncStep<EditFamily> + 'static,
        ) -> impl __sb::Future<Output = __sb::Built<Edit>> {
            __sb::step_async(self.0, f, Edit)
        }
        ///Builds, by an async closure, or fails with an error and the owners, `place` from what it borrows.
        ///
        ///The closure is a `for<'a> AsyncFnOnce(MutOf<'a, Box<String>>) -> Result<&'a mut String, E>`.
        fn try_place_async<E: 'static>(
            self,
            f: impl __sb::TryAsyncStep<EditFamily, E> + 'static,
        ) -> impl __sb::Future<
            Output = __sb::Result<__sb::Built<Edit>, (E, Box<String>)>,
        > {
            __sb::try_step_async(self.0, f, Edit)
        }
    }
};
