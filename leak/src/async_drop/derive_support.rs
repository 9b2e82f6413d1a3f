//! What `#[derive(AsyncDrop)]` expands to.
//!
//! Whether a type has code of its own, and which fields are destroyed asynchronously, is decided by
//! the compiler's search for methods, which looks at `&&Probe` before `&Probe` before `Probe`. That
//! search believes every impl whose bounds it can't refute, and here it can't refute any that has
//! to do with a parameter it doesn't know yet (see [`Owner::asked`]). So what it can't know is an error,
//! and not the wrong answer.

use super::own_code::own_code_then;
use super::place::{Doomed, Pinned};
use super::traits::AsyncDrop;
use super::ways::IsPlain;
use core::future::Future;
use core::marker::PhantomData;

/// Asks whether a type has code of its own.
#[derive(Debug)]
pub struct Owner<T>(PhantomData<fn() -> T>);

impl<T> Owner<T> {
    /// Asks about the type as it is, with the bounds that it has.
    ///
    /// And about the type with parameters that are not known yet, `Type<_, _>`: then an impl for some
    /// of them, or under further bounds, is found, too. That it doesn't hold for all is an error (see
    /// [`agree`]).
    #[must_use]
    #[inline]
    pub fn asked() -> Self {
        Self(PhantomData)
    }
}

/// It has.
#[derive(Debug)]
pub struct OwnCode<T>(PhantomData<fn() -> T>);

/// It has not.
#[derive(Debug)]
pub struct NoCode<T>(PhantomData<fn() -> T>);

/// Found first.
pub trait HasCode<T> {
    /// The answer.
    #[inline]
    fn __leak_own_code(&self) -> OwnCode<T> {
        OwnCode(PhantomData)
    }
}
impl<T: AsyncDrop> HasCode<T> for &Owner<T> {}

/// Found else.
pub trait HasNoCode<T> {
    /// The answer.
    #[inline]
    fn __leak_own_code(&self) -> NoCode<T> {
        NoCode(PhantomData)
    }
}
impl<T> HasNoCode<T> for Owner<T> {}

/// Whether both answers are the same.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has code of its own in an asynchronous destructor for some of its values only",
    label = "the impl of `AsyncDrop` doesn't hold for every `{Self}`",
    note = "an impl of `AsyncDrop` must hold for all values of the type, like one of `Drop`"
)]
pub trait InAnyCase<Answers> {}
impl<T> InAnyCase<(&OwnCode<T>, &OwnCode<T>)> for T {}
impl<T> InAnyCase<(&NoCode<T>, &NoCode<T>)> for T {}

/// Compares the answers for the type as it is, and with unknown parameters.
#[inline]
pub fn agree<T: InAnyCase<A>, A>(_: &Owner<T>, _: A) {}

impl<T: AsyncDrop> OwnCode<T> {
    /// Runs it, then what is made of the fields; or drops them, if that is the same.
    #[inline]
    pub fn __leak_then<'a, P, W, A, M, G>(
        self,
        place: Doomed<'a, T, P>,
        ways: W,
        drop_all: A,
        fields: M,
    ) -> impl Future<Output = ()> + use<'a, T, P, W, A, M, G>
    where
        W: IsPlain,
        A: FnOnce(Doomed<'a, T, Pinned>),
        M: FnOnce(Doomed<'a, T, Pinned>) -> G,
        G: Future<Output = ()>,
    {
        own_code_then(place, ways, drop_all, fields)
    }
}

impl<T> NoCode<T> {
    /// What is made of the fields.
    #[inline]
    pub fn __leak_then<'a, P, W, A, M, G>(self, place: Doomed<'a, T, P>, _: W, _: A, fields: M) -> G
    where
        A: FnOnce(Doomed<'a, T, P>),
        M: FnOnce(Doomed<'a, T, P>) -> G,
    {
        fields(place)
    }
}

/// The impl that `#[derive(AsyncDrop)]` stands for.
///
/// - `$place` is the name of the parameter that `$glue`, an expression for a future, is made of.
#[doc(hidden)]
#[macro_export]
macro_rules! __unsafe_derive_async_drop {
    (
        impl [$($generics:tt)*] for [$($ty:tt)*] where [$($predicates:tt)*]
        glue $place:ident $glue:block
    ) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::async_drop::Derived for $($ty)*
        where $($predicates)*
        {
        }

        #[automatically_derived]
        impl $($generics)* $crate::async_drop::AsyncDestruct for $($ty)*
        where $($predicates)*
        {
            // It is an `async` block, or an `OwnCode` with one.
            const __UNSAFE_ENDS_EMPTY: bool = true;

            #[inline]
            fn async_destruct(
                self,
            ) -> impl $crate::__private::async_drop::Future<Output = ()>
            + $crate::__private::async_drop::Send {
                $crate::__private::async_drop::by_value(self)
            }

            #[inline]
            fn __async_drop(
                self,
            ) -> impl $crate::__private::async_drop::Future<Output = ()>
            + $crate::__private::async_drop::Send {
                $crate::__private::async_drop::by_value(self)
            }

            #[inline]
            fn __unsafe_glue<__LeakPinning: $crate::__private::async_drop::Pinning>(
                $place: $crate::__private::async_drop::Doomed<'_, Self, __LeakPinning>,
            ) -> impl $crate::__private::async_drop::Future<Output = ()>
            + $crate::__private::async_drop::Send {
                use $crate::__private::async_drop::{
                    HasCode as _, HasNoCode as _, IsAsync as _, IsDropped as _, IsMixed as _,
                    IsMovable as _, IsWithoutGlue as _,
                };
                $glue
            }
        }
    };
}

/// Takes `$place` apart: each arm has a pattern that names all fields, with variables for them, and
/// what to do with the tuple `$fields` of these, now owned.
#[doc(hidden)]
#[macro_export]
macro_rules! __unsafe_async_drop_fields {
    ($place:ident { $(
        $pattern:pat => $fields:ident ($($field:ident)*) $destroy:block
    )* }) => {
        // SAFETY: 1. The patterns of the derive name every field, and each becomes a `field` once. 2. The derive writes
        // no other use.
        match *unsafe { $crate::__private::async_drop::Doomed::open(&mut $place) } {
            $($pattern => {
                let mut $fields = ($(
                    // SAFETY: 1. From `open`; one of the disjoint fields of a pattern; the compiler refuses
                    // references to packed fields. 2. The glue doesn't forget it.
                    unsafe { $crate::__private::async_drop::Doomed::field(&$place, $field) },
                )*);
                // SAFETY: 1. See above.
                unsafe { $crate::__private::async_drop::Doomed::release($place) };
                $destroy
            })*
        }
    };
}

/// The impl beside a `compile_error!`, so that uses of the type don't fail as well.
#[doc(hidden)]
#[macro_export]
macro_rules! __async_drop_after_error {
    (impl [$($generics:tt)*] for [$($ty:tt)*] where [$($predicates:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::async_drop::AsyncDestruct for $($ty)*
        where
            Self: $crate::__private::async_drop::Send,
            $($predicates)*
        {
            fn async_destruct(
                self,
            ) -> impl $crate::__private::async_drop::Future<Output = ()>
            + $crate::__private::async_drop::Send {
                async move { $crate::__private::async_drop::drop(self) }
            }
        }
    };
}

/// The impl that `#[must_async_drop]` adds.
#[doc(hidden)]
#[macro_export]
macro_rules! __drop_is_reported {
    (impl [$($generics:tt)*] for [$($ty:tt)*] where [$($predicates:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::async_drop::Drop for $($ty)*
        where $($predicates)*
        {
            fn drop(&mut self) {
                $crate::__private::async_drop::dropped_synchronously::<Self>();
            }
        }
    };
}
