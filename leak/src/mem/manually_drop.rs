use core::fmt;
use core::ops::{Deref, DerefMut};

use crate::Leak;

/// [`core::mem::ManuallyDrop`] that takes only what may be forgotten.
///
/// It never destroys what is inside by itself. So to wrap a value may be to forget it, and every
/// safe way in asks for `T: Leak`.
///
/// ```
/// use leak::mem::ManuallyDrop;
///
/// let mut name = ManuallyDrop::new(String::from("ann"));
/// name.push('a');
/// assert_eq!(ManuallyDrop::into_inner(name), "anna");
/// ```
///
/// ```compile_fail,E0597
/// use leak::{Unleak, mem::ManuallyDrop};
///
/// let name = String::from("ann");
/// let guard = ManuallyDrop::new(Unleak(&name)); // `name` does not live long enough
/// ```
///
/// The wrapper itself is [`Leak`] for every `T`, since it does the same whether it is dropped or
/// forgotten: nothing.
///
/// # Invariants
///
/// When the value inside was put in, its type was `Leak`, or the caller of an unsafe function has
/// taken over the duty to destroy it: see [`new_unchecked`](Self::new_unchecked).
#[repr(transparent)]
#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ManuallyDrop<T: ?Sized>(core::mem::ManuallyDrop<T>);

// SAFETY: clause 1 and 2: to drop the wrapper is a no-op, so is to forget it. By the type's
// invariant, what is inside may be forgotten, or its destruction is somebody's duty already.
unsafe impl<T: ?Sized> Leak for ManuallyDrop<T> {}

impl<T> ManuallyDrop<T> {
    /// Wraps a value whose type allows it to be forgotten.
    ///
    /// ```
    /// use leak::mem::ManuallyDrop;
    ///
    /// static NAMES: ManuallyDrop<Vec<u8>> = ManuallyDrop::new(Vec::new());
    /// assert!(NAMES.is_empty());
    /// ```
    #[inline]
    pub const fn new(value: T) -> Self
    where
        T: Leak,
    {
        // INVARIANT: `T: Leak`.
        Self(core::mem::ManuallyDrop::new(value))
    }

    /// Wraps any value.
    ///
    /// ```
    /// use leak::{Unleak, mem::ManuallyDrop};
    ///
    /// let name = String::from("ann");
    /// // SAFETY: clause 1: the value is taken out again in the next line.
    /// let guard = unsafe { ManuallyDrop::new_unchecked(Unleak(&name)) };
    /// drop(ManuallyDrop::into_inner(guard));
    /// ```
    ///
    /// # Safety
    ///
    /// 1. Before a lifetime in `T` ends, the value that is inside by then (another one may have
    ///    been swapped in) is destroyed, or nothing rests on that. Safe code that is given the
    ///    wrapper may forget it, or let it go out of scope.
    #[inline]
    pub const unsafe fn new_unchecked(value: T) -> Self {
        // INVARIANT: the caller has the duty, by clause 1.
        Self(core::mem::ManuallyDrop::new(value))
    }

    /// Takes the value out.
    ///
    /// ```
    /// use leak::mem::ManuallyDrop;
    ///
    /// let boxed = ManuallyDrop::new(Box::new(7));
    /// assert_eq!(*ManuallyDrop::into_inner(boxed), 7); // the box is freed here
    /// ```
    #[inline]
    pub const fn into_inner(slot: Self) -> T {
        core::mem::ManuallyDrop::into_inner(slot.0)
    }

    /// Takes the value out of a borrowed slot.
    ///
    /// ```
    /// use leak::mem::ManuallyDrop;
    ///
    /// let mut slot = ManuallyDrop::new(String::from("ann"));
    /// // SAFETY: clause 1: the slot isn't used again.
    /// let name = unsafe { ManuallyDrop::take(&mut slot) };
    /// assert_eq!(name, "ann");
    /// ```
    ///
    /// # Safety
    ///
    /// 1. The slot holds a value, and isn't read again, by `Deref` or by any other function, before
    ///    a new value was written to it.
    #[inline]
    pub unsafe fn take(slot: &mut Self) -> T {
        // SAFETY: by clause 1, the same contract.
        unsafe { core::mem::ManuallyDrop::take(&mut slot.0) }
    }

    /// Takes over a slot of the standard library.
    ///
    /// ```
    /// use leak::mem::ManuallyDrop;
    ///
    /// let slot = ManuallyDrop::from_std(std::mem::ManuallyDrop::new(7));
    /// assert_eq!(*slot, 7);
    /// ```
    #[inline]
    pub const fn from_std(slot: core::mem::ManuallyDrop<T>) -> Self
    where
        T: Leak,
    {
        // INVARIANT: `T: Leak`.
        Self(slot)
    }

    /// Turns it into the standard library's.
    ///
    /// ```
    /// use leak::mem::ManuallyDrop;
    ///
    /// let slot: std::mem::ManuallyDrop<u32> = ManuallyDrop::new(7).into_std();
    /// assert_eq!(*slot, 7);
    /// ```
    #[inline]
    pub const fn into_std(self) -> core::mem::ManuallyDrop<T> {
        self.0
    }
}

impl<T: ?Sized> ManuallyDrop<T> {
    /// Borrows the value, whatever its type. For `T: Leak` there is `DerefMut`.
    ///
    /// That has a bound because the wrapper is covariant. A wrapped guard for `'static` is also one
    /// for a shorter lifetime, and a guard that really has the shorter lifetime must not take its
    /// place:
    ///
    /// ```compile_fail,E0597
    /// use leak::{Unleak, mem::ManuallyDrop};
    ///
    /// let name = String::from("ann");
    /// let mut slot = ManuallyDrop::new(Unleak("static"));
    /// *slot = Unleak(&name); // `name` does not live long enough
    /// ```
    ///
    /// ```
    /// use leak::{Unleak, mem::ManuallyDrop};
    ///
    /// let name = String::from("ann");
    /// let mut slot = ManuallyDrop::new(Unleak("static"));
    /// // SAFETY: clause 1: what is assigned is taken out again in the next line.
    /// unsafe { *ManuallyDrop::get_mut_unchecked(&mut slot) = Unleak(&name) };
    /// drop(ManuallyDrop::into_inner(slot));
    /// ```
    ///
    /// # Safety
    ///
    /// 1. If a value is put in the place of the one inside, then
    ///    [`new_unchecked`](Self::new_unchecked) would accept it.
    #[inline]
    pub unsafe fn get_mut_unchecked(slot: &mut Self) -> &mut T {
        // INVARIANT: the caller has the duty, by clause 1.
        &mut slot.0
    }

    /// Destroys the value in its place.
    ///
    /// ```
    /// use leak::mem::ManuallyDrop;
    ///
    /// let mut slot = ManuallyDrop::new(String::from("ann"));
    /// // SAFETY: clause 1: the slot isn't used again.
    /// unsafe { ManuallyDrop::drop(&mut slot) };
    /// ```
    ///
    /// # Safety
    ///
    /// 1. The slot holds a value, and isn't read again before a new value was written to it.
    ///
    /// # Panics
    ///
    /// If the destructor does.
    #[inline]
    pub unsafe fn drop(slot: &mut Self) {
        // SAFETY: by clause 1, the same contract.
        unsafe { core::mem::ManuallyDrop::drop(&mut slot.0) }
    }
}

impl<T: ?Sized> Deref for ManuallyDrop<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &self.0
    }
}

/// Writing through the reference is a way in, so it has the bound. See
/// [`get_mut_unchecked`](ManuallyDrop::get_mut_unchecked) for the attack that this stops.
impl<T: ?Sized + Leak> DerefMut for ManuallyDrop<T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

// The impls below make a new wrapper, so they have the bound. There is no `Copy`: it would need the
// bound too, and a type that is `Copy` for some lifetimes only can't be moved for the others (the
// compiler takes each move for a copy, then finds that the lifetime is too short).

impl<T: Clone + Leak> Clone for ManuallyDrop<T> {
    #[inline]
    fn clone(&self) -> Self {
        // INVARIANT: `T: Leak`.
        Self(self.0.clone())
    }
}

impl<T: Default + Leak> Default for ManuallyDrop<T> {
    #[inline]
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: Leak> From<T> for ManuallyDrop<T> {
    #[inline]
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for ManuallyDrop<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
