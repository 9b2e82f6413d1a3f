//! Owned arrays and slices: moving out element by element.

use super::Own;
use crate::Hole;
use core::array;
use core::fmt;
use core::iter::FusedIterator;
use core::mem;

impl<'a, T, const N: usize> Own<'a, [T; N]> {
    /// An owned reference for each element.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_ref::{Own, Slot};
    ///
    /// let mut slot = Slot::new();
    /// let [first, second] = Own::each(slot.put([String::from("a"), String::from("b")]));
    /// drop(first);
    /// assert_eq!(Own::into_inner(second), "b");
    /// ```
    #[inline]
    pub fn each(this: Self) -> [Own<'a, T>; N] {
        let first = Self::into_raw(this).cast::<T>();
        array::from_fn(|i| {
            // SAFETY: `i < N`, so the element lies within the array.
            let element = unsafe { first.add(i) };
            // SAFETY: 1. an element of a valid array that we owned. Each is given out once.
            // 2. as for the array; elements don't overlap, and the pointer has the provenance of
            // the array's, so no reference to a neighbour is involved.
            unsafe { Own::from_raw(element) }
        })
    }

    /// The array as a slice.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_ref::{Own, Slot};
    ///
    /// let mut slot = Slot::new();
    /// let slice: Own<'_, [u8]> = Own::into_slice(slot.put([1, 2, 3]));
    /// assert_eq!(slice.len(), 3);
    /// ```
    #[inline]
    pub fn into_slice(this: Self) -> Own<'a, [T]> {
        let slice: *mut [T] = Self::into_raw(this);
        // SAFETY: the same value, only its length moved from the type to the pointer.
        unsafe { Own::from_raw(slice) }
    }
}

impl<'a, T> Own<'a, [T]> {
    /// The parts before and from `mid`.
    ///
    /// # Panics
    ///
    /// If `mid` is greater than the length. The slice is dropped then.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_ref::{Own, Slot};
    ///
    /// let mut slot = Slot::new();
    /// let (head, tail) = Own::split_at(Own::into_slice(slot.put([1, 2, 3])), 1);
    /// assert_eq!((&*head, &*tail), (&[1][..], &[2, 3][..]));
    /// ```
    #[inline]
    pub fn split_at(this: Self, mid: usize) -> (Self, Self) {
        let len = this.len();
        assert!(mid <= len, "can't split {len} elements after {mid}");
        let first = Self::into_raw(this).cast::<T>();
        // SAFETY: `mid <= len`, so the result is in the slice or one past its end.
        let second = unsafe { first.add(mid) };
        let (head, tail) = (
            core::ptr::slice_from_raw_parts_mut(first, mid),
            core::ptr::slice_from_raw_parts_mut(second, len - mid),
        );
        // SAFETY: 1. the first `mid` elements of a valid slice that we owned. 2. as for the slice;
        // the two parts don't overlap.
        let head = unsafe { Own::from_raw(head) };
        // SAFETY: as above, for the other elements.
        (head, unsafe { Own::from_raw(tail) })
    }

    /// The first element and the rest.
    ///
    /// # Errors
    ///
    /// If the slice is empty. It comes back then.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_ref::{Own, Slot};
    ///
    /// let mut slot = Slot::new();
    /// let Ok((first, rest)) = Own::split_first(Own::into_slice(slot.put([1, 2, 3]))) else {
    ///     unreachable!("three elements")
    /// };
    /// assert_eq!((*first, &*rest), (1, &[2, 3][..]));
    /// ```
    #[inline]
    pub fn split_first(this: Self) -> Result<(Own<'a, T>, Self), Self> {
        if this.is_empty() {
            return Err(this);
        }
        let (first, rest) = Self::split_at(this, 1);
        Ok((Self::into_only(first), rest))
    }

    /// The last element and those before it.
    ///
    /// # Errors
    ///
    /// If the slice is empty. It comes back then.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_ref::{Own, Slot};
    ///
    /// let mut slot = Slot::new();
    /// let Ok((last, rest)) = Own::split_last(Own::into_slice(slot.put([1, 2, 3]))) else {
    ///     unreachable!("three elements")
    /// };
    /// assert_eq!((*last, &*rest), (3, &[1, 2][..]));
    /// ```
    #[inline]
    pub fn split_last(this: Self) -> Result<(Own<'a, T>, Self), Self> {
        if this.is_empty() {
            return Err(this);
        }
        let before_last = this.len() - 1;
        let (rest, last) = Self::split_at(this, before_last);
        Ok((Self::into_only(last), rest))
    }

    /// The slice as an array.
    ///
    /// # Errors
    ///
    /// If it has another length. It comes back then.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_ref::{Own, Slot};
    ///
    /// let mut slot = Slot::new();
    /// let slice = Own::into_slice(slot.put([1, 2]));
    /// assert!(Own::try_into_array::<2>(slice).is_ok_and(|array| *array == [1, 2]));
    /// ```
    #[inline]
    pub fn try_into_array<const N: usize>(this: Self) -> Result<Own<'a, [T; N]>, Self> {
        if this.len() != N {
            return Err(this);
        }
        let array = Self::into_raw(this).cast::<[T; N]>();
        // SAFETY: the same value, only its length moved from the pointer to the type.
        Ok(unsafe { Own::from_raw(array) })
    }

    /// An owning iterator: it gives out an owned reference for each element, and drops
    /// those that it didn't give out.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_ref::{Own, Slot};
    ///
    /// let mut slot = Slot::new();
    /// let words = Own::into_slice(slot.put(["a", "b", "c"].map(String::from)));
    /// let mut items = Own::into_items(words);
    /// assert_eq!(items.next().as_deref().map(String::as_str), Some("a"));
    /// let rest: String = items.rev().map(Own::into_inner).collect();
    /// assert_eq!(rest, "cb");
    /// ```
    #[inline]
    pub fn into_items(this: Self) -> Items<'a, T> {
        Items { rest: this }
    }

    /// The only element.
    fn into_only(this: Self) -> Own<'a, T> {
        debug_assert_eq!(this.len(), 1);
        let element = Self::into_raw(this).cast::<T>();
        // SAFETY: 1. the only element, so nothing is lost. 2. as for the slice.
        unsafe { Own::from_raw(element) }
    }

    /// No elements, in memory that is nobody's.
    fn empty() -> Self {
        Own::into_slice(Hole::<'a, [T; 0]>::empty().fill(|_| unreachable!("no elements")))
    }
}

impl<T> Default for Own<'_, [T]> {
    fn default() -> Self {
        Self::empty()
    }
}

/// The owning iterator of [`Own::into_items`].
///
/// # Examples
///
/// ```
/// use own_ref::{Own, Slot};
///
/// let mut slot = Slot::new();
/// let items = Own::into_items(Own::into_slice(slot.put([1, 2, 3])));
/// assert_eq!(items.as_slice(), [1, 2, 3]);
/// assert_eq!(items.map(Own::into_inner).sum::<i32>(), 6);
/// ```
#[must_use = "dropping the iterator drops the elements"]
pub struct Items<'a, T> {
    rest: Own<'a, [T]>,
}

impl<'a, T> Items<'a, T> {
    /// The elements that are left.
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        &self.rest
    }

    /// The elements that are left.
    #[must_use]
    pub fn as_mut_slice(&mut self) -> &mut [T] {
        &mut self.rest
    }

    /// The elements that are left, owned.
    pub fn into_rest(self) -> Own<'a, [T]> {
        self.rest
    }

    fn step<F>(&mut self, split: F) -> Option<Own<'a, T>>
    where
        F: FnOnce(Own<'a, [T]>) -> Result<(Own<'a, T>, Own<'a, [T]>), Own<'a, [T]>>,
    {
        let (item, rest) = split(mem::take(&mut self.rest)).ok()?;
        self.rest = rest;
        Some(item)
    }
}

impl<'a, T> Iterator for Items<'a, T> {
    type Item = Own<'a, T>;

    #[inline]
    fn next(&mut self) -> Option<Own<'a, T>> {
        self.step(Own::split_first)
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.rest.len(), Some(self.rest.len()))
    }
}

impl<T> DoubleEndedIterator for Items<'_, T> {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        self.step(Own::split_last)
    }
}

impl<T> ExactSizeIterator for Items<'_, T> {}
impl<T> FusedIterator for Items<'_, T> {}

impl<T: fmt::Debug> fmt::Debug for Items<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Items").field(&self.as_slice()).finish()
    }
}
