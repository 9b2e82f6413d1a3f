//! A slice that is filled step by step.

use crate::init::{infallible, init_here};
use crate::{Hole, Init, Own, init};
use core::fmt;
use core::mem::ManuallyDrop;
use core::ptr;

/// A slice that is being filled, element by element, in place.
///
/// It owns the elements that are there, and drops them, wherever the filling stops. It is an
/// ordinary value, so one function can begin a slice and another go on. It is also a vector
/// of fixed capacity without a heap.
///
/// # Examples
///
/// ```
/// use own_ref::{Filling, Slot};
///
/// fn evens(words: &mut Filling<'_, String>) {
///     for n in [2, 4, 6] {
///         if words.push(n.to_string()).is_err() {
///             break; // it is full
///         }
///     }
/// }
///
/// let mut slot = Slot::<[String; 4]>::new();
/// let mut words = slot.hole().into_slice().filling();
/// evens(&mut words);
/// assert_eq!(words.as_slice(), ["2", "4", "6"]);
/// assert!(words.push("8".into()).is_ok());
/// assert!(words.push("10".into()).is_err());
/// let words = words.into_filled();
/// assert_eq!(words.len(), 4);
/// ```
#[must_use = "dropping it drops the elements that are there"]
pub struct Filling<'a, T> {
    /// # Invariants
    ///
    /// 1. The first `len` elements of the hole hold valid values that this owns.
    memory: Hole<'a, [T]>,
    len: usize,
}

impl<'a, T> Filling<'a, T> {
    pub(crate) fn new(memory: Hole<'a, [T]>) -> Self {
        // INVARIANT: 1: no elements.
        Self { memory, len: 0 }
    }

    /// The number of elements that it can hold.
    #[inline]
    #[must_use]
    pub fn capacity(&self) -> usize {
        self.memory.len()
    }

    /// The elements that are there.
    #[inline]
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        let filled = ptr::slice_from_raw_parts(self.memory.as_ptr().cast::<T>(), self.len);
        // SAFETY: invariant 1: `len` valid elements, ours.
        unsafe { &*filled }
    }

    /// The elements that are there.
    #[inline]
    #[must_use]
    pub fn as_mut_slice(&mut self) -> &mut [T] {
        let filled = self.filled();
        // SAFETY: invariant 1: `len` valid elements, ours.
        unsafe { &mut *filled }
    }

    #[inline]
    fn filled(&mut self) -> *mut [T] {
        ptr::slice_from_raw_parts_mut(self.memory.as_mut_ptr().cast::<T>(), self.len)
    }

    /// The place of the next element, unless it is full.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut slot = own_ref::Slot::<[usize; 3]>::new();
    /// let mut filling = slot.hole().into_slice().filling();
    /// while let Some(next) = filling.next_hole() {
    ///     let index = next.index();
    ///     next.put(index * index);
    /// }
    /// assert_eq!(filling.as_slice(), [0, 1, 4]);
    /// ```
    #[inline]
    pub fn next_hole(&mut self) -> Option<NextHole<'_, 'a, T>> {
        (self.len < self.capacity()).then_some(NextHole { filling: self })
    }

    /// Adds an element.
    ///
    /// # Errors
    ///
    /// If it is full. The value comes back then.
    #[inline]
    pub fn push(&mut self, value: T) -> Result<(), T> {
        match self.next_hole() {
            Some(hole) => {
                hole.put(value);
                Ok(())
            }
            None => Err(value),
        }
    }

    /// The full slice.
    ///
    /// # Errors
    ///
    /// If it isn't full. It comes back then.
    #[inline]
    pub fn finish(self) -> Result<Own<'a, [T]>, Self> {
        if self.len == self.capacity() {
            Ok(self.into_filled())
        } else {
            Err(self)
        }
    }

    /// Fills it, until a step fails.
    #[inline]
    pub(crate) fn fill_with<E, F>(&mut self, mut step: F) -> Result<(), E>
    where
        F: FnMut(NextHole<'_, 'a, T>) -> Result<(), E>,
    {
        while let Some(hole) = self.next_hole() {
            step(hole)?;
        }
        Ok(())
    }

    /// The elements, or the error.
    #[inline]
    pub(crate) fn filled_or<E>(self, result: Result<(), E>) -> Result<Own<'a, [T]>, E> {
        match result {
            Ok(()) => Ok(self.into_filled()),
            Err(error) => {
                // Before the error is returned: rust#47949 would forget it if this panics.
                drop(self);
                Err(error)
            }
        }
    }

    /// The elements that are there, as one slice.
    #[inline]
    pub fn into_filled(self) -> Own<'a, [T]> {
        self.into_parts().0
    }

    /// The elements that are there, and the memory that is left.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut slot = own_ref::Slot::<[u8; 3]>::new();
    /// let mut filling = slot.hole().into_slice().filling();
    /// let _ = filling.push(1);
    /// let (filled, rest) = filling.into_parts();
    /// assert_eq!((&*filled, rest.len()), (&[1][..], 2));
    /// ```
    #[inline]
    pub fn into_parts(self) -> (Own<'a, [T]>, Hole<'a, [T]>) {
        let this = ManuallyDrop::new(self);
        // SAFETY: `this` is not used again and not dropped, so this moves the hole out.
        let memory = unsafe { ptr::read(&raw const this.memory) };
        let (filled, rest) = memory.split_at(this.len);
        // SAFETY: 1. invariant 1; `this` owned the elements, and is gone.
        (unsafe { filled.assume_init() }, rest)
    }
}

impl<T> Drop for Filling<'_, T> {
    fn drop(&mut self) {
        // SAFETY: invariant 1: `len` valid elements that we own; they are dropped once. Should one
        // of them panic, the glue goes on with the others.
        unsafe { ptr::drop_in_place(self.filled()) }
    }
}

impl<T> Extend<T> for Filling<'_, T> {
    /// Adds elements until it is full; the iterator isn't asked for more then.
    fn extend<I: IntoIterator<Item = T>>(&mut self, values: I) {
        let mut values = values.into_iter();
        while let Some(hole) = self.next_hole() {
            let Some(value) = values.next() else { break };
            hole.put(value);
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for Filling<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Filling")
            .field("elements", &self.as_slice())
            .field("capacity", &self.capacity())
            .finish()
    }
}

/// The place of the next element of a [`Filling`].
///
/// # Examples
///
/// See [`Filling::next_hole`].
#[derive(Debug)]
#[must_use = "the element is added by `put` or `init`"]
pub struct NextHole<'f, 'a, T> {
    /// # Invariants
    ///
    /// 1. It is not full.
    filling: &'f mut Filling<'a, T>,
}

impl<T> NextHole<'_, '_, T> {
    /// The index of the element that will be in it.
    #[inline]
    #[must_use]
    pub fn index(&self) -> usize {
        self.filling.len
    }

    /// Adds a value.
    #[inline]
    pub fn put(self, value: T) {
        infallible(self.init(init::value(value)));
    }

    /// Adds what a recipe builds.
    ///
    /// # Errors
    ///
    /// With what the recipe failed with. Nothing was added then.
    ///
    /// # Panics
    ///
    /// If the recipe returns a value that is not in this place. Nothing was added then.
    #[inline]
    pub fn init<E, I: Init<T, E>>(self, recipe: I) -> Result<(), E> {
        let first = self.filling.memory.as_mut_ptr().cast::<T>();
        // SAFETY: invariant 1: there is an element at `len`.
        let next = unsafe { first.add(self.filling.len) };
        // SAFETY: 1. a part of the hole that no value is in, and that nobody else uses before
        // `init_here` returns. 2. in the hole.
        let hole = unsafe { Hole::from_raw(next) };
        init_here(hole, recipe)?;
        // INVARIANT: 1 of `Filling`: `init_here` left a value here, which is ours.
        self.filling.len += 1;
        Ok(())
    }
}
