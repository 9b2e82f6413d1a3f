//! What `#[derive(AsyncDrop)]` expands to.
//!
//! Whether a type has code of its own, and which fields are destroyed asynchronously, is decided by
//! the compiler's search for methods, which looks at `&&Probe` before `&Probe` before `Probe`. That
//! search believes every impl whose bounds it can't refute, and here it can't refute any that has
//! to do with a type parameter (see [`Owner::unknown`]). So what it can't know is an error, and not
//! the wrong answer.

use super::holds::Holds;
use super::place::{Doomed, Fresh, Pinned, Pinning};
use super::traits::{AsyncDestruct, AsyncDrop};
use super::{Noop, noop};
use core::future::Future;
use core::marker::PhantomData;

/// Asks whether a type has code of its own.
#[derive(Debug)]
pub struct Owner<T>(PhantomData<fn() -> T>);

impl<T> Owner<T> {
    /// Asks about the type with parameters that are not known yet, `Type<_, _>`. An impl for some
    /// of them, or under further bounds, is found, too; that it doesn't hold for all is then an
    /// error.
    #[must_use]
    pub fn unknown() -> Self {
        Self(PhantomData)
    }

    /// And these are the parameters.
    pub fn known<P>(&self, _: &Doomed<'_, T, P>) {}
}

/// It has.
#[derive(Clone, Copy, Debug)]
pub struct OwnCode;

/// It has not.
#[derive(Clone, Copy, Debug)]
pub struct NoCode;

/// Found first.
pub trait HasCode {
    /// The answer.
    fn __leak_own_code(&self) -> OwnCode {
        OwnCode
    }
}
impl<T: AsyncDrop> HasCode for &Owner<T> {}

/// Found else.
pub trait HasNoCode {
    /// The answer.
    fn __leak_own_code(&self) -> NoCode {
        NoCode
    }
}
impl<T> HasNoCode for Owner<T> {}

impl OwnCode {
    /// Runs it.
    ///
    /// # Safety
    ///
    /// 1. The caller goes on with [`field`](Self::field), or drops the `place`.
    #[inline]
    pub unsafe fn run<'p, T: AsyncDrop, P>(
        self,
        place: &'p mut Doomed<'_, T, P>,
    ) -> impl Future<Output = ()> + Send + use<'p, T, P> {
        // SAFETY: 1. Our clause 1.
        unsafe { place.pin_mut() }.async_drop()
    }

    /// A field after it.
    ///
    /// # Safety
    ///
    /// Those of [`Doomed::field`].
    #[inline]
    pub unsafe fn field<'a, T, P, F: ?Sized>(
        self,
        place: &Doomed<'a, T, P>,
        field: &mut F,
    ) -> Doomed<'a, F, Pinned> {
        // SAFETY: the caller keeps the clauses.
        unsafe { place.seen_field(field) }
    }
}

impl NoCode {
    /// Does nothing.
    ///
    /// # Safety
    ///
    /// None; it has to look like the other.
    #[inline]
    pub unsafe fn run<T, P>(self, _: &mut Doomed<'_, T, P>) -> Noop {
        noop()
    }

    /// A field.
    ///
    /// # Safety
    ///
    /// Those of [`Doomed::field`].
    #[inline]
    pub unsafe fn field<'a, T, P, F: ?Sized>(
        self,
        place: &Doomed<'a, T, P>,
        field: &mut F,
    ) -> Doomed<'a, F, P> {
        // SAFETY: the caller keeps the clauses.
        unsafe { place.field(field) }
    }
}

/// Asks how a field is destroyed.
#[derive(Debug)]
pub struct Field<T>(PhantomData<fn() -> T>);

impl<T> Field<T> {
    /// The type is that of the place, never written a second time: an alias could be shadowed, a
    /// type macro expand differently.
    #[must_use]
    pub fn of<P>(_: &Doomed<'_, T, P>) -> Self {
        Self(PhantomData)
    }
}

/// Asynchronously, and it may be moved.
#[derive(Clone, Copy, Debug)]
pub struct Movable;

/// Asynchronously.
#[derive(Clone, Copy, Debug)]
pub struct InPlace;

/// It should be asynchronously: its type has code of its own, but nobody derived the glue.
#[derive(Clone, Copy, Debug)]
pub struct NoGlue;

/// Something in it should be asynchronous, but something else has no asynchronous destructor.
#[derive(Clone, Copy, Debug)]
pub struct Mixed;

/// Synchronously.
#[derive(Clone, Copy, Debug)]
pub struct Dropped;

/// Found first.
pub trait IsMovable {
    /// The answer.
    fn __leak_how(&self) -> Movable {
        Movable
    }
}
impl<T: AsyncDestruct + Unpin> IsMovable for &&&&Field<T> {}

/// Found second.
pub trait IsAsync {
    /// The answer.
    fn __leak_how(&self) -> InPlace {
        InPlace
    }
}
impl<T: AsyncDestruct> IsAsync for &&&Field<T> {}

/// Found third.
pub trait IsWithoutGlue {
    /// The answer.
    fn __leak_how(&self) -> NoGlue {
        NoGlue
    }
}
impl<T: AsyncDrop> IsWithoutGlue for &&Field<T> {}

/// Found fourth.
pub trait IsMixed<Path> {
    /// The answer.
    fn __leak_how(&self) -> Mixed {
        Mixed
    }
}
impl<T: Holds<Path>, Path> IsMixed<Path> for &Field<T> {}

/// Found last.
pub trait IsDropped {
    /// The answer.
    fn __leak_how(&self) -> Dropped {
        Dropped
    }
}
impl<T> IsDropped for Field<T> {}

/// The ways.
pub trait How<T, P> {
    /// Destroys the field.
    fn destroy(self, place: Doomed<'_, T, P>) -> impl Future<Output = ()> + Send;
}

impl<T: AsyncDestruct + Unpin, P> How<T, P> for Movable {
    #[inline]
    fn destroy(self, place: Doomed<'_, T, P>) -> impl Future<Output = ()> + Send {
        T::__unsafe_glue::<Fresh>(place.unpin())
    }
}

impl<T: AsyncDestruct, P: Pinning> How<T, P> for InPlace {
    #[inline]
    fn destroy(self, place: Doomed<'_, T, P>) -> impl Future<Output = ()> + Send {
        T::__unsafe_glue(place)
    }
}

impl<T: AsyncDestruct, P: Pinning> How<T, P> for NoGlue {
    #[inline]
    fn destroy(self, place: Doomed<'_, T, P>) -> impl Future<Output = ()> + Send {
        T::__unsafe_glue(place)
    }
}

impl<T: AsyncDestruct, P: Pinning> How<T, P> for Mixed {
    #[inline]
    fn destroy(self, place: Doomed<'_, T, P>) -> impl Future<Output = ()> + Send {
        T::__unsafe_glue(place)
    }
}

impl<T, P> How<T, P> for Dropped {
    #[inline]
    fn destroy(self, place: Doomed<'_, T, P>) -> impl Future<Output = ()> + Send {
        drop(place);
        noop()
    }
}

/// Destroys a field whose type doesn't depend on a parameter.
#[inline]
pub fn field<T, P, H: How<T, P>>(
    how: H,
    place: Doomed<'_, T, P>,
) -> impl Future<Output = ()> + Send + use<'_, T, P, H> {
    how.destroy(place)
}

/// Asks of a generic field, which is destroyed asynchronously in any case, whether it may be moved.
pub trait MayMove<T: Unpin> {
    /// The place, as it is to be destroyed.
    fn __leak_pinning<'a, P>(&self, place: Doomed<'a, T, P>) -> Doomed<'a, T, Fresh> {
        place.unpin()
    }
}
impl<T: Unpin> MayMove<T> for &Field<T> {}

/// It may not.
pub trait Stays<T> {
    /// The place, as it is to be destroyed.
    fn __leak_pinning<'a, P>(&self, place: Doomed<'a, T, P>) -> Doomed<'a, T, P> {
        place
    }
}
impl<T> Stays<T> for Field<T> {}

/// Destroys a field whose type depends on a parameter: never synchronously for want of a bound.
#[inline]
pub fn generic_field<T, P>(place: Doomed<'_, T, P>) -> impl Future<Output = ()> + Send
where
    T: AsyncDestruct,
    P: Pinning,
{
    T::__unsafe_glue(place)
}

/// Drops a `sync` field.
#[inline]
pub fn sync_field<T, P>(place: Doomed<'_, T, P>) {
    drop(place);
}

/// Destroys a `with` field.
#[expect(
    clippy::manual_async_fn,
    reason = "that it is `Send` is to be checked here, and not at each use"
)]
pub fn field_with<T, P, W, D>(place: Doomed<'_, T, P>, with: W) -> impl Future<Output = ()> + Send
where
    T: Unpin + Send,
    P: Send,
    W: FnOnce(T) -> D + Send,
    D: Future<Output = ()> + Send,
{
    async move { with(place.unpin().into_inner()).await }
}

/// The impl that `#[derive(AsyncDrop)]` stands for.
///
/// - `probe [$probe]` is the type with `_` for its parameters.
/// Functions are called by their paths: a trait of the user's may have methods of these names on
/// every type. The three that are looked up as methods have names for that.
///
/// - `$place` and `$code` are the names of variables that `$glue`, part of an `async` block, takes
///   apart and asks, with `unsafe_async_drop_fields`.
#[doc(hidden)]
#[macro_export]
macro_rules! __unsafe_derive_async_drop {
    (
        impl [$($generics:tt)*] for [$($ty:tt)*] where [$($predicates:tt)*]
        probe [$($probe:tt)*]
        glue $place:ident $code:ident $glue:block
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
                mut $place: $crate::__private::async_drop::Doomed<'_, Self, __LeakPinning>,
            ) -> impl $crate::__private::async_drop::Future<Output = ()>
            + $crate::__private::async_drop::Send {
                use $crate::__private::async_drop::{
                    HasCode as _, HasNoCode as _, IsAsync as _, IsDropped as _, IsMixed as _,
                    IsMovable as _, IsWithoutGlue as _, MayMove as _, Stays as _,
                };
                async move {
                    // Where a constant has the name, a binding is a pattern: hence the prefix.
                    let mut __leak_owner = $crate::__private::async_drop::Owner::<$($probe)*>::unknown();
                    let mut $code = (&&__leak_owner).__leak_own_code();
                    $crate::__private::async_drop::Owner::known(&__leak_owner, &$place);
                    // SAFETY: 1. `$code.field` follows; or, if this future is dropped, what it captured is dropped.
                    unsafe { $code.run(&mut $place) }.await;
                    $glue
                }
            }
        }
    };
}

/// Takes `$place` apart: each arm has a pattern that names all fields, with variables for them, and
/// what to do with the tuple `$fields` of these, now owned.
#[doc(hidden)]
#[macro_export]
macro_rules! __unsafe_async_drop_fields {
    ($place:ident $code:ident { $(
        $pattern:pat => $fields:ident ($($field:ident)*) $destroy:block
    )* }) => {
        // SAFETY: 1. The patterns of the derive name every field, and each becomes a `field` once. 2. The derive writes
        // no other use.
        match *unsafe { $crate::__private::async_drop::Doomed::open(&mut $place) } {
            $($pattern => {
                let mut $fields = ($(
                    // SAFETY: 1. From `open`; one of the disjoint fields of a pattern; the compiler refuses
                    // references to packed fields. 2. The glue doesn't forget it.
                    unsafe { $code.field(&$place, $field) },
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
