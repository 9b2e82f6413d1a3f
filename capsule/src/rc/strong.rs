//! The struct and the ways in.

use alloc::boxed::Box;
use alloc::rc::{Rc as StdRc, Weak as StdWeak};
use core::marker::PhantomData;
use core::pin::Pin;

use super::Weak;
use crate::brand::Invariant;
use crate::{Brand, CapsuleSend};

/// A pointer that shares a value within the region `'b`: the `Rc` of the standard library, with a brand.
///
/// It is never `Send`, for no brand: alone it can't leave its thread. With its region it can, when that
/// is packed in a [`Capsule`](crate::Capsule).
///
/// ```
/// use capsule::{Capsule, Rc, family};
///
/// let twice = Capsule::<family!([Rc<'b, str>; 2])>::new(|b| {
///     let one = Rc::from_str(b, "one");
///     [one.clone(), one]
/// });
/// let thread = std::thread::spawn(|| {
///     let mut twice = twice;
///     twice.with(|[one, other], _token| {
///         assert!(Rc::ptr_eq(one, other));
///         Rc::strong_count(one)
///     })
/// });
/// assert_eq!(thread.join().unwrap(), 2);
/// ```
///
/// What differs from std's: what puts a value in takes the [`Brand`], so there is no `From<T>`, `Default` or
/// `FromIterator`; trait objects are made by [`unsize_rc!`](crate::unsize_rc) or [`from_box`](Self::from_box); and it can't
/// be turned into an `Rc` of std, which would have no brand to keep it in.
///
/// It is invariant in `'b`, which keeps the pointers of two regions apart (ui test
/// `brand/inner_rc_in_an_outer_region`).
///
/// # Invariants
///
/// 1. The inner pointer and all pointers to the same allocation are in values with the same brand. In
///    particular, none is ever given out, and none is taken in.
/// 2. `'b` is a generated lifetime, or there is no value: the only way from no pointer to a pointer
///    takes a brand.
#[repr(transparent)]
pub struct Rc<'b, T: ?Sized> {
    inner: Stays<StdRc<T>>,
    _region: Invariant<'b>,
}

/// A name for the compiler to say when somebody sends one of our pointers to a thread.
#[expect(non_camel_case_types, reason = "the compiler shows it to users")]
#[repr(transparent)]
pub(super) struct StaysInItsCapsule_SoSendTheCapsule<P>(pub(super) P);

use StaysInItsCapsule_SoSendTheCapsule as Stays;

// SAFETY: 1. What it shares with other pointers (the counts, and the value) is reachable through pointers of the
// same brand only, by invariant 1; what the value shares, by its own clause 1. 2. Counts are memory, and the value is
// `CapsuleSend`. 3. `'b` is a brand, and so are, or `'static`, the lifetimes in `T`.
unsafe impl<T: ?Sized + CapsuleSend> CapsuleSend for Rc<'_, T> {}

impl<'b, T: ?Sized> Rc<'b, T> {
    /// # Invariants
    ///
    /// That `inner` is new, or was in a pointer of the same brand, is for the caller.
    #[inline]
    pub(super) fn wrap(inner: StdRc<T>) -> Self {
        Self {
            inner: Stays(inner),
            _region: PhantomData,
        }
    }

    #[inline]
    pub(super) fn inner(this: &Self) -> &StdRc<T> {
        &this.inner.0
    }

    #[inline]
    pub(super) fn inner_mut(this: &mut Self) -> &mut StdRc<T> {
        &mut this.inner.0
    }

    #[inline]
    pub(super) fn into_std(this: Self) -> StdRc<T> {
        this.inner.0
    }

    /// Moves the content of a box into a region. It may be a trait object.
    ///
    /// ```
    /// use capsule::{CapsuleSend, Rc};
    ///
    /// trait Shape<'b>: CapsuleSend {
    ///     fn sides(&self) -> u32;
    /// }
    /// impl<'b> Shape<'b> for u32 {
    ///     fn sides(&self) -> u32 { *self }
    /// }
    ///
    /// capsule::region(|b, _| {
    ///     let boxed: Box<dyn Shape<'_>> = Box::new(3);
    ///     let shape: Rc<'_, dyn Shape<'_>> = Rc::from_box(b, boxed);
    ///     assert_eq!(shape.clone().sides(), 3);
    /// });
    /// ```
    #[inline]
    #[must_use]
    pub fn from_box(brand: Brand<'b>, value: Box<T>) -> Self {
        let _ = brand;
        // INVARIANT: 1. It is new. 2. By the brand.
        Self::wrap(StdRc::from(value))
    }
}

impl<'b, T> Rc<'b, T> {
    /// Moves a value into a region, to share it there.
    ///
    /// ```
    /// use capsule::Rc;
    ///
    /// capsule::region(|b, _| assert_eq!(*Rc::new(b, 5), 5));
    /// ```
    #[inline]
    pub fn new(brand: Brand<'b>, value: T) -> Self {
        let _ = brand;
        // INVARIANT: 1. It is new. 2. By the brand.
        Self::wrap(StdRc::new(value))
    }

    /// Moves a value into a region and pins it there.
    ///
    /// ```
    /// use capsule::Rc;
    ///
    /// capsule::region(|b, _| assert_eq!(*Rc::pin(b, 5), 5));
    /// ```
    #[inline]
    pub fn pin(brand: Brand<'b>, value: T) -> Pin<Self> {
        let this = Self::new(brand, value);
        // SAFETY: nobody else has a pointer to the value, and nobody gets one that isn't pinned. Our `Deref`
        // and `Drop` are those of the pointer of std, which may be pinned, and there is no `DerefMut`.
        unsafe { Pin::new_unchecked(this) }
    }

    /// Makes a value that holds a [`Weak`] to itself.
    ///
    /// While `make` runs, the pointer it gets can't be upgraded yet.
    ///
    /// ```
    /// use capsule::{Rc, Weak};
    ///
    /// struct Node<'b> {
    ///     me: Weak<'b, Node<'b>>,
    /// }
    ///
    /// capsule::region(|b, _| {
    ///     let node = Rc::new_cyclic(b, |me| Node { me: me.clone() });
    ///     assert!(node.me.upgrade().is_some_and(|me| Rc::ptr_eq(&me, &node)));
    /// });
    /// ```
    ///
    /// # Panics
    ///
    /// If `make` does.
    #[inline]
    pub fn new_cyclic(brand: Brand<'b>, make: impl FnOnce(&Weak<'b, T>) -> T) -> Self {
        let _ = brand;
        // INVARIANT: 1. It is new, and its weak pointer is given to `make` with the same brand. 2. By the brand.
        Self::wrap(StdRc::new_cyclic(|weak: &StdWeak<T>| {
            make(Weak::wrap_ref(weak))
        }))
    }
}
