//! How a field is destroyed, for `#[derive(AsyncDrop)]`: what the compiler's search for methods
//! decides (see [`derive_support`](super::derive_support)), as a type.

use super::holds::Holds;
use super::noop;
use super::place::{Doomed, Fresh, Pinning};
use super::traits::{AsyncDestruct, AsyncDrop};
use core::future::Future;
use core::marker::PhantomData;

/// Asks how a field is destroyed.
#[derive(Debug)]
pub struct Field<T>(PhantomData<fn() -> T>);

impl<T> Field<T> {
    /// The type is that of the field, never written a second time: an alias could be shadowed, a
    /// type macro expand differently.
    #[must_use]
    #[inline]
    pub fn of(_: &T) -> Self {
        Self(PhantomData)
    }
}

/// How a field is destroyed. The type says it.
#[derive(Debug)]
pub struct Way<H>(PhantomData<fn() -> H>);

impl<H> Clone for Way<H> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<H> Copy for Way<H> {}

impl<H> Way<H> {
    /// To be inferred.
    #[must_use]
    pub fn unknown() -> Self {
        Self(PhantomData)
    }

    /// It is this.
    pub fn is(_: &Self, _: H) {}
}

/// Infers the types in a closure, which is never called.
pub fn ask<T>(_: impl FnOnce(&T)) {}

/// Asynchronously, and it may be moved.
#[derive(Debug)]
pub struct Movable<T>(PhantomData<fn() -> T>);

/// Asynchronously.
#[derive(Debug)]
pub struct InPlace<T>(PhantomData<fn() -> T>);

/// It should be asynchronously: its type has code of its own, but nobody derived the glue.
#[derive(Debug)]
pub struct NoGlue<T>(PhantomData<fn() -> T>);

/// Something in it should be asynchronous, but something else has no asynchronous destructor.
#[derive(Debug)]
pub struct Mixed<T>(PhantomData<fn() -> T>);

/// Synchronously.
#[derive(Debug)]
pub struct Dropped<T>(PhantomData<fn() -> T>);

/// Found first.
pub trait IsMovable<T> {
    /// The answer.
    fn __leak_how(&self) -> Movable<T> {
        Movable(PhantomData)
    }
}
impl<T: AsyncDestruct + Unpin> IsMovable<T> for &&&&Field<T> {}

/// Found second.
pub trait IsAsync<T> {
    /// The answer.
    fn __leak_how(&self) -> InPlace<T> {
        InPlace(PhantomData)
    }
}
impl<T: AsyncDestruct> IsAsync<T> for &&&Field<T> {}

/// Found third.
pub trait IsWithoutGlue<T> {
    /// The answer.
    fn __leak_how(&self) -> NoGlue<T> {
        NoGlue(PhantomData)
    }
}
impl<T: AsyncDrop> IsWithoutGlue<T> for &&Field<T> {}

/// Found fourth.
pub trait IsMixed<T, Path> {
    /// The answer.
    fn __leak_how(&self) -> Mixed<T> {
        Mixed(PhantomData)
    }
}
impl<T: Holds<Path>, Path> IsMixed<T, Path> for &Field<T> {}

/// Found last.
pub trait IsDropped<T> {
    /// The answer.
    fn __leak_how(&self) -> Dropped<T> {
        Dropped(PhantomData)
    }
}
impl<T> IsDropped<T> for Field<T> {}

/// A way that is meant, and no accident.
pub trait Meant {}
impl<T> Meant for Movable<T> {}
impl<T> Meant for InPlace<T> {}
impl<T: AsyncDestruct> Meant for NoGlue<T> {}
impl<T: AsyncDestruct> Meant for Mixed<T> {}
impl<T> Meant for Dropped<T> {}

/// Refuses accidents, for a field whose type doesn't depend on a parameter.
///
/// This and the next are where errors come up. What follows compiles in any case, so that there is
/// one for each mistake.
#[inline]
pub fn check_field<H: Meant>(_: Way<H>) {}

/// Refuses a field whose type depends on a parameter and has no asynchronous destructor: it is not
/// dropped for want of a bound.
#[inline]
pub fn check_generic_field<T: AsyncDestruct>(_: &T) {}

/// Whether a way is to drop the field.
pub trait IsPlain {
    /// The answer.
    const IS_PLAIN: bool;
}

impl<T: AsyncDestruct> IsPlain for Movable<T> {
    const IS_PLAIN: bool = T::__IS_PLAIN;
}

impl<T: AsyncDestruct> IsPlain for InPlace<T> {
    const IS_PLAIN: bool = T::__IS_PLAIN;
}

impl<T> IsPlain for NoGlue<T> {
    const IS_PLAIN: bool = false;
}

impl<T> IsPlain for Mixed<T> {
    const IS_PLAIN: bool = false;
}

impl<T> IsPlain for Dropped<T> {
    const IS_PLAIN: bool = true;
}

/// By a function, of which nobody knows what it does.
#[derive(Debug)]
pub struct With;

impl IsPlain for With {
    const IS_PLAIN: bool = false;
}

impl<H: IsPlain> IsPlain for Way<H> {
    const IS_PLAIN: bool = H::IS_PLAIN;
}

/// No field.
impl IsPlain for () {
    const IS_PLAIN: bool = true;
}

/// A field, and others.
impl<A: IsPlain, B: IsPlain> IsPlain for (A, B) {
    const IS_PLAIN: bool = A::IS_PLAIN && B::IS_PLAIN;
}

/// Whether the field is just dropped.
#[inline]
#[must_use]
pub fn is_plain<H: IsPlain>(_: H) -> bool {
    H::IS_PLAIN
}

/// The ways.
pub trait How<T, P> {
    /// Destroys the field.
    fn destroy(place: Doomed<'_, T, P>) -> impl Future<Output = ()> + Send;
}

impl<T: AsyncDestruct + Unpin, P> How<T, P> for Movable<T> {
    #[inline]
    fn destroy(place: Doomed<'_, T, P>) -> impl Future<Output = ()> + Send {
        T::__unsafe_glue::<Fresh>(place.unpin())
    }
}

impl<T: AsyncDestruct, P: Pinning> How<T, P> for InPlace<T> {
    #[inline]
    fn destroy(place: Doomed<'_, T, P>) -> impl Future<Output = ()> + Send {
        T::__unsafe_glue(place)
    }
}

impl<T, P> How<T, P> for Dropped<T> {
    #[inline]
    fn destroy(place: Doomed<'_, T, P>) -> impl Future<Output = ()> + Send {
        drop(place);
        noop()
    }
}

/// After an error.
macro_rules! refused {
    ($($name:ident)*) => {$(
        impl<T, P> How<T, P> for $name<T> {
            fn destroy(_: Doomed<'_, T, P>) -> impl Future<Output = ()> + Send {
                const { panic!("the field was refused") };
                noop()
            }
        }
    )*};
}
refused!(NoGlue Mixed);

/// Destroys a field.
#[inline]
pub fn field<T, P, H: How<T, P>>(
    _: Way<H>,
    place: Doomed<'_, T, P>,
) -> impl Future<Output = ()> + Send + use<'_, T, P, H> {
    H::destroy(place)
}

/// Drops a `sync` field.
#[inline]
pub fn sync_field<T, P>(place: Doomed<'_, T, P>) {
    drop(place);
}

/// Destroys a `with` field, by the future that this returns.
#[inline]
pub fn field_with<T, P, W, D>(place: Doomed<'_, T, P>, with: W) -> D
where
    T: Unpin + Send,
    W: FnOnce(T) -> D + Send,
    D: Future<Output = ()> + Send,
{
    with(place.unpin().into_inner())
}
