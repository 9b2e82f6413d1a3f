//! Lists of field types, and of marks, as nested pairs: `(A, (B, ()))`.
//!
//! Nested pairs, not tuples, so that there is no longest list and no macro that counts.

use super::fields::Field;
use super::marks::{Absent, IsPresent, Mark, Present};
use core::marker::PhantomData;
use core::ptr;

mod sealed {
    #[expect(
        unnameable_types,
        reason = "sealed: `Part` rests on what these traits say"
    )]
    pub trait Sealed {}
}

impl sealed::Sealed for () {}
impl sealed::Sealed for First {}
impl<P: Position> sealed::Sealed for Next<P> {}
impl<H, T: sealed::Sealed> sealed::Sealed for (H, T) {}

/// A list of field types: `()` or `(First, Rest)`.
///
/// # Examples
///
/// See [`Part`](crate::Part).
pub trait List: sealed::Sealed {
    /// Every field is there.
    type Present: Mask<Self> + Full;
    /// No field is there.
    type Absent: Mask<Self>;
}

impl List for () {
    type Present = ();
    type Absent = ();
}

impl<F, R: List> List for (F, R) {
    type Present = (Present, R::Present);
    type Absent = (Absent, R::Absent);
}

/// A list of marks, one for each type of the list `L`.
///
/// # Examples
///
/// See [`Part`](crate::Part).
pub trait Mask<L: ?Sized>: sealed::Sealed {
    /// The number of fields.
    const LEN: usize;
    /// Which fields are there; the first is the lowest bit. For the first 128 fields.
    const BITS: u128;

    /// Drops the fields that are there, in order, also if one of them panics.
    ///
    /// # Safety
    ///
    /// 1. `fields` are the places of the types in `L`, as [`Fields`](super::Fields) demands.
    /// 2. At `base` lies memory of the struct that these are the fields of, readable and writable;
    ///    the fields that are there by these marks hold valid values, which the caller owns and
    ///    gives up.
    #[doc(hidden)]
    unsafe fn drop_fields(base: *mut u8, fields: &'static [Field]);
}

impl Mask<()> for () {
    const LEN: usize = 0;
    const BITS: u128 = 0;

    #[inline]
    unsafe fn drop_fields(_: *mut u8, _: &'static [Field]) {}
}

impl<F, R, M: Mark, N: Mask<R>> Mask<(F, R)> for (M, N) {
    const LEN: usize = 1 + N::LEN;
    const BITS: u128 = N::BITS << 1 | M::PRESENT as u128;

    #[inline]
    unsafe fn drop_fields(base: *mut u8, fields: &'static [Field]) {
        /// Drops the other fields, also when the first one's destructor panics.
        struct Rest<N: Mask<R>, R>(*mut u8, &'static [Field], PhantomData<(N, R)>);

        impl<N: Mask<R>, R> Drop for Rest<N, R> {
            #[inline]
            fn drop(&mut self) {
                // SAFETY: 1 and 2: for the rest of the list, by the clauses of the function around.
                unsafe { N::drop_fields(self.0, self.1) }
            }
        }

        let Some((field, rest)) = fields.split_first() else {
            unreachable!("a field for every type");
        };
        let _rest = Rest::<N, R>(base, rest, PhantomData);
        if M::PRESENT {
            // SAFETY: clauses 1 and 2: within the struct.
            let field = unsafe { base.add(field.offset()) }.cast::<F>();
            // SAFETY: clauses 1 and 2: a valid `F`, which is ours to drop.
            unsafe { ptr::drop_in_place(field) }
        }
    }
}

/// Marks that say that every field is there.
///
/// # Examples
///
/// See [`Part`](crate::Part).
#[diagnostic::on_unimplemented(
    message = "not every field is initialised yet",
    label = "this needs all of them",
    note = "the marks of the fields, in order: `{Self}`"
)]
pub trait Full: sealed::Sealed {}

impl Full for () {}
impl<M: IsPresent, N: Full> Full for (M, N) {}

/// The first position in a list.
///
/// # Examples
///
/// See [`Part`](crate::Part).
#[derive(Debug, Clone, Copy)]
pub enum First {}

/// The position after `P`.
///
/// # Examples
///
/// See [`Part`](crate::Part).
#[derive(Debug, Clone, Copy)]
pub struct Next<P>(PhantomData<P>, First);

/// [`First`], or [`Next`] of a position.
///
/// Sealed, and a bound of [`At`]: else an `At` for a position of somebody's own could lie about the field.
///
/// # Examples
///
/// See [`Part`](crate::Part).
pub trait Position: sealed::Sealed {}

impl Position for First {}
impl<P: Position> Position for Next<P> {}

/// Marks, seen from the field at position `P`.
///
/// # Examples
///
/// See [`Part`](crate::Part).
pub trait At<P: Position, L>: Mask<L> {
    /// The type of the field.
    type Field;
    /// Whether it is there.
    type Mark: Mark;
    /// The marks, with this field there.
    type Present: Mask<L>;
    /// The marks, without it.
    type Absent: Mask<L>;
    /// The position as a number.
    const INDEX: usize;
}

impl<F, R, M: Mark, N: Mask<R>> At<First, (F, R)> for (M, N) {
    type Field = F;
    type Mark = M;
    type Present = (Present, N);
    type Absent = (Absent, N);
    const INDEX: usize = 0;
}

impl<P: Position, F, R, M: Mark, N: At<P, R>> At<Next<P>, (F, R)> for (M, N) {
    type Field = N::Field;
    type Mark = N::Mark;
    type Present = (M, N::Present);
    type Absent = (M, N::Absent);
    const INDEX: usize = 1 + N::INDEX;
}

/// Which marks fields have in another struct, when those that are there stay where they are.
///
/// A field that is there must have the same type, and the same lifetimes in it, at the same position
/// of both lists `L` and `K`.
///
/// # Examples
///
/// See [`Part`](crate::Part).
#[diagnostic::on_unimplemented(
    message = "a field that is there has another type in the other state",
    label = "the states don't share it",
    note = "field types here: `{L}`",
    note = "field types there: `{K}`",
    note = "take the field out first, or make the types (and lifetimes) the same"
)]
pub trait Carry<L, K>: Mask<L> {
    /// The marks for `K`.
    type Out: Mask<K>;
}

impl<K: List> Carry<(), K> for () {
    type Out = K::Absent;
}

impl<F, R, K, N: Carry<R, K>> Carry<(F, R), (F, K)> for (Present, N) {
    type Out = (Present, N::Out);
}

impl<F, G, R, K, N: Carry<R, K>> Carry<(F, R), (G, K)> for (Absent, N) {
    type Out = (Absent, N::Out);
}

impl<F, R, N: Carry<R, ()>> Carry<(F, R), ()> for (Absent, N) {
    type Out = ();
}
