//! Whose memory a part lies in.

mod sealed {
    #[expect(
        unnameable_types,
        reason = "sealed: `Part` rests on what these traits say"
    )]
    pub trait Sealed {}

    /// Seals traits with a parameter. For those a sealed supertrait is not enough: anyone could
    /// implement `Hosts<Mine> for In<'_, Theirs>`, as both are there already.
    #[expect(
        unnameable_types,
        reason = "sealed: `Part` rests on what these traits say"
    )]
    pub trait SealedFor<What, T> {}

    #[expect(unnameable_types, reason = "seals `Hosts`")]
    #[derive(Debug)]
    pub enum Hosting {}

    #[expect(unnameable_types, reason = "seals `Names`")]
    #[derive(Debug)]
    pub enum Naming {}
}

use sealed::{Hosting, Naming, SealedFor};

use crate::Own;
use crate::states::{State, States, Variant};
use core::cell::Cell;
use core::fmt;
use core::marker::PhantomData;

/// Whose memory a [`Part`](super::Part) lies in: [`Free`], [`In`] or [`PinnedIn`].
///
/// # Examples
///
/// See [`update`](crate::states::update) and [`update_pin`](crate::states::update_pin).
pub trait Brand: sealed::Sealed + Copy {
    /// Whether the memory is pinned.
    const PINNED: bool;
    /// Whether the memory's size is that of the struct; if not, it is large enough for all structs that
    /// [`Hosts`] names.
    const SIZED: bool;

    /// An owned reference to a whole value in such memory.
    type Whole<'a, S>;

    /// Notes whether there is something in the memory that its owner would have to drop, should it
    /// be forgotten.
    #[doc(hidden)]
    fn note(self, occupied: bool);

    /// # Safety
    ///
    /// 1. `ptr` points to a valid, aligned `S`, which nobody else owns.
    /// 2. It lies in memory of this brand, which until `'a` ends is accessed only through `ptr`. If the
    ///    brand has to be told that the memory is occupied, it has been.
    #[doc(hidden)]
    unsafe fn whole<'a, S>(self, ptr: *mut S) -> Self::Whole<'a, S>;
}

/// Memory from which values may be moved.
///
/// # Examples
///
/// See [`update`](crate::states::update) and [`update_pin`](crate::states::update_pin).
#[diagnostic::on_unimplemented(
    message = "a pinned field can't be moved, and `&mut` to it would move it",
    label = "the memory is pinned",
    note = "use the methods that pin, or drop the field in place"
)]
pub trait Movable: Brand {}

/// Memory that is pinned.
///
/// # Examples
///
/// See [`update`](crate::states::update) and [`update_pin`](crate::states::update_pin).
#[diagnostic::on_unimplemented(
    message = "nothing is pinned here",
    label = "the memory is not pinned",
    note = "`states::update_pin` gives out pinned fields"
)]
pub trait Pinning: Brand {}

/// Memory that may hold an `S`.
///
/// # Examples
///
/// See [`update`](crate::states::update) and [`update_pin`](crate::states::update_pin).
#[diagnostic::on_unimplemented(
    message = "`{S}` is not a state of the enum that is being updated",
    label = "no variant holds a `{S}`"
)]
pub trait Hosts<S>: Brand + SealedFor<Hosting, S> {}

/// A brand that names an enum of type `E`: [`In`] or [`PinnedIn`].
///
/// # Examples
///
/// See [`update`](crate::states::update) and [`update_pin`](crate::states::update_pin).
#[diagnostic::on_unimplemented(message = "no `{E}` is being updated here")]
pub trait Names<E>: Brand + SealedFor<Naming, E> {}

/// The memory is in no enum that is being updated.
///
/// # Examples
///
/// See [`update`](crate::states::update) and [`update_pin`](crate::states::update_pin).
#[derive(Debug, Clone, Copy)]
pub struct Free;

impl sealed::Sealed for Free {}
impl Brand for Free {
    const PINNED: bool = false;
    const SIZED: bool = true;
    type Whole<'a, S> = Own<'a, S>;

    #[inline]
    fn note(self, _: bool) {}

    #[inline]
    unsafe fn whole<'a, S>(self, ptr: *mut S) -> Own<'a, S> {
        // SAFETY: 1. clause 1. 2. clause 2.
        unsafe { Own::from_raw(ptr) }
    }
}
impl Movable for Free {}
impl<S> SealedFor<Hosting, S> for Free {}
impl<S> Hosts<S> for Free {}

/// Invariant in both, outlived by neither.
type Invariant<'id, E> = PhantomData<(fn(&'id ()) -> &'id (), fn(E) -> E)>;

/// The memory is the payload of the one enum of type `E` that is being updated under the name `'id`.
///
/// Every update has its own `'id`, so what belongs to one update is of no use in another.
///
/// # Examples
///
/// See [`update`](crate::states::update) and [`update_pin`](crate::states::update_pin).
pub struct In<'id, E>(Invariant<'id, E>);

impl<E> In<'_, E> {
    pub(crate) const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<E> Clone for In<'_, E> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<E> Copy for In<'_, E> {}
impl<E> sealed::Sealed for In<'_, E> {}
impl<E> SealedFor<Naming, E> for In<'_, E> {}
impl<E> Names<E> for In<'_, E> {}
impl<E> Brand for In<'_, E> {
    const PINNED: bool = false;
    const SIZED: bool = false;
    type Whole<'a, S> = State<'a, S, Self>;

    #[inline]
    fn note(self, _: bool) {}

    #[inline]
    unsafe fn whole<'a, S>(self, ptr: *mut S) -> State<'a, S, Self> {
        // SAFETY: 1. by clauses 1 and 2.
        unsafe { State::from_raw(ptr, self) }
    }
}
impl<E> Movable for In<'_, E> {}
impl<E: States, S: Variant<E>> SealedFor<Hosting, S> for In<'_, E> {}
impl<E: States, S: Variant<E>> Hosts<S> for In<'_, E> {}

impl<E> fmt::Debug for In<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("In")
    }
}

/// As [`In`], and the enum is pinned.
///
/// # Examples
///
/// See [`update`](crate::states::update) and [`update_pin`](crate::states::update_pin).
pub struct PinnedIn<'id, E> {
    /// Whether something would be forgotten if its handle were.
    occupied: &'id Cell<bool>,
    _name: Invariant<'id, E>,
}

impl<'id, E> PinnedIn<'id, E> {
    pub(crate) const fn new(occupied: &'id Cell<bool>) -> Self {
        Self {
            occupied,
            _name: PhantomData,
        }
    }
}

impl<E> Clone for PinnedIn<'_, E> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<E> Copy for PinnedIn<'_, E> {}
impl<E> sealed::Sealed for PinnedIn<'_, E> {}
impl<E> SealedFor<Naming, E> for PinnedIn<'_, E> {}
impl<E> Names<E> for PinnedIn<'_, E> {}
impl<E> Brand for PinnedIn<'_, E> {
    const PINNED: bool = true;
    const SIZED: bool = false;
    type Whole<'a, S> = State<'a, S, Self>;

    #[inline]
    fn note(self, occupied: bool) {
        self.occupied.set(occupied);
    }

    #[inline]
    unsafe fn whole<'a, S>(self, ptr: *mut S) -> State<'a, S, Self> {
        // SAFETY: 1. by clauses 1 and 2.
        unsafe { State::from_raw(ptr, self) }
    }
}
impl<E> Pinning for PinnedIn<'_, E> {}
impl<E: States, S: Variant<E>> SealedFor<Hosting, S> for PinnedIn<'_, E> {}
impl<E: States, S: Variant<E>> Hosts<S> for PinnedIn<'_, E> {}

impl<E> fmt::Debug for PinnedIn<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PinnedIn")
    }
}
