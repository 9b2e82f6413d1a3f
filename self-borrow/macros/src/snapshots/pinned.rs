::self_borrow::__private::unsafe_pinned! {
    pub struct Pinned[< T : 'static >] [< T : 'static >] [< T >] where []
    bound::self_borrow::__private::PinnedBound < 'static,
    ::self_borrow::__private::Shared < T >, PinnedFamily < T, 0, () > >;
}
#[doc(hidden)]
struct PinnedFamily<T, const AT: ::self_borrow::__private::usize, L>(
    ::self_borrow::__private::PhantomData<(::self_borrow::__private::PhantomData<T>, L)>,
);
///The fields of a [`Pinned`], borrowed.
#[allow(dead_code, deprecated, single_use_lifetimes, reason = "generated")]
#[allow(explicit_outlives_requirements, reason = "generated")]
#[allow(clippy::pedantic, clippy::restriction, reason = "generated")]
pub struct PinnedRef<'this, 'a: 'this, T: 'static> {
    item: &'a T,
    first: &'this &'a T,
}
///The fields of a [`Pinned`], borrowed mutably.
#[allow(dead_code, deprecated, single_use_lifetimes, reason = "generated")]
#[allow(explicit_outlives_requirements, reason = "generated")]
#[allow(clippy::pedantic, clippy::restriction, reason = "generated")]
pub struct PinnedMut<'this, 'a: 'this, T: 'static> {
    item: &'a T,
    first: &'this mut &'a T,
}
#[allow(deprecated, private_bounds, single_use_lifetimes, reason = "generated")]
#[allow(clippy::all, clippy::nursery, clippy::pedantic, reason = "generated")]
const _: () = {
    use ::self_borrow::__private as __sb;
    impl<'a, T: 'static> __sb::FamilyAt<'a> for PinnedFamily<T, 0, ()> {
        type Of = &'a T;
    }
    impl<T: 'static> Pinned<T> {
        ::self_borrow::__private::pinned_box! {
            error[E] slot['this] vis[] params[item : T, build_first : impl for < 'a >
            __sb::Step1 < & 'a T, & 'a T >] try_params[item : T, build_first : impl for <
            'a > __sb::Step1 < & 'a T, __sb::Result < & 'a T, E > >] calls[item, |
            place_item | __sb::Ok:: < _, __sb::Infallible > (build_first(place_item))]
            owners[__sb::Shared(item)] pattern[__sb::Shared(item)] given[T] back[item]
            build[| place_item, _ | match build_first(place_item) { __sb::Ok(first) =>
            __sb::Ok(first), __sb::Err(error) => __sb::Err(error), }] owners_vis[]
        }
        ::self_borrow::__private::pinned_slot! {
            error[E] slot['this] vis[] params[item : T, build_first : impl for < 'a >
            __sb::Step1 < & 'a T, & 'a T >] try_params[item : T, build_first : impl for <
            'a > __sb::Step1 < & 'a T, __sb::Result < & 'a T, E > >] calls[item, |
            place_item | __sb::Ok:: < _, __sb::Infallible > (build_first(place_item))]
            owners[__sb::Shared(item)] pattern[__sb::Shared(item)] given[T] back[item]
            build[| place_item, _ | match build_first(place_item) { __sb::Ok(first) =>
            __sb::Ok(first), __sb::Err(error) => __sb::Err(error), }] owners_vis[]
        }
        /// Calls the closure with all fields, borrowed.
        pub fn with<'this, R>(
            &'this self,
            f: impl for<'a> __sb::FnOnce(PinnedRef<'this, 'a, T>) -> R,
        ) -> R {
            __sb::project::<_, Self>(self)
                .with_within(|first, place_item, _| f(PinnedRef {
                    item: place_item,
                    first,
                }))
        }
        /// Calls the closure with all fields, borrowed mutably, but for what is lent.
        pub fn with_mut<'this, R>(
            self: __sb::Pin<&'this mut Self>,
            f: impl for<'a> __sb::FnOnce(PinnedMut<'this, 'a, T>) -> R,
        ) -> R {
            __sb::project_mut::<_, Self>(self)
                .with_mut_within(|first, place_item, _| f(PinnedMut {
                    item: place_item,
                    first,
                }))
        }
        #[inline]
        fn item<'this>(&'this self) -> &'this T {
            fn shorter<'not_covariant, 'a, T: 'static>(
                view: PinnedRef<'not_covariant, 'a, T>,
            ) -> &'not_covariant T {
                view.item
            }
            self.with(shorter::<T>)
        }
        #[inline]
        fn first<'this>(&'this self) -> &'this &'this T {
            fn shorter<'not_covariant, 'a, T: 'static>(
                view: PinnedRef<'not_covariant, 'a, T>,
            ) -> &'not_covariant &'not_covariant T {
                view.first
            }
            self.with(shorter::<T>)
        }
        ///Calls the closure with `first`, to change it.
        fn with_first_mut<'this, R>(
            self: __sb::Pin<&'this mut Self>,
            f: impl for<'a> __sb::FnOnce(&'this mut &'a T) -> R,
        ) -> R {
            __sb::project_mut::<_, Self>(self).with_mut_within(|first, _, _| f(first))
        }
    }
};
