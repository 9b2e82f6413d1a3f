//! Holes for arrays, slices and text.

use crate::{Filling, Hole, Init, Own};
use core::array;
use core::convert::Infallible;
use core::mem::MaybeUninit;
use core::ptr::{self, NonNull};

impl<'a, T> From<&'a mut [MaybeUninit<T>]> for Hole<'a, [T]> {
    #[inline]
    fn from(memory: &'a mut [MaybeUninit<T>]) -> Self {
        let slice = ptr::from_mut(memory) as *mut [T];
        // SAFETY: 1. borrowed for `'a`, and a `MaybeUninit` is never taken to hold a value. 2. from a
        // reference.
        unsafe { Self::from_raw(slice) }
    }
}

impl<'a, T, const N: usize> Hole<'a, [T; N]> {
    /// A hole for each element.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_ref::Slot;
    ///
    /// let mut slot = Slot::<[String; 2]>::new();
    /// let [first, second] = slot.hole().each();
    /// let second = second.put(String::from("b")); // in any order
    /// let first = first.put(String::from("a"));
    /// assert_eq!(format!("{first}{second}"), "ab");
    /// ```
    #[inline]
    pub fn each(self) -> [Hole<'a, T>; N] {
        let first = self.into_raw().cast::<T>();
        array::from_fn(|i| {
            // SAFETY: `i < N`, so the element lies within the array.
            let element = unsafe { first.add(i) };
            // SAFETY: 1. a part of the hole, given out once. 2. within it, so not null.
            unsafe { Hole::from_raw(element) }
        })
    }

    /// The array as a slice.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut slot = own_ref::Slot::<[u8; 4]>::new();
    /// assert_eq!(slot.hole().into_slice().len(), 4);
    /// ```
    #[inline]
    pub fn into_slice(self) -> Hole<'a, [T]> {
        let slice: *mut [T] = self.into_raw();
        // SAFETY: the same memory, only its length moved from the type to the pointer.
        unsafe { Hole::from_raw(slice) }
    }

    /// Fills the array, element by element, in place.
    ///
    /// If the function panics, the elements that were there are dropped.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut slot = own_ref::Slot::<[String; 3]>::new();
    /// let array = slot.hole().fill(|i| i.to_string());
    /// assert_eq!(*array, ["0", "1", "2"]);
    /// ```
    #[inline]
    pub fn fill<F: FnMut(usize) -> T>(self, element: F) -> Own<'a, [T; N]> {
        into_array(self.into_slice().fill(element))
    }

    /// As [`fill`](Hole::fill), with a function that can fail. The elements that were there are
    /// dropped then.
    ///
    /// # Errors
    ///
    /// With what the function failed with.
    ///
    /// # Examples
    ///
    /// ```
    /// let words = ["1", "2", "x"];
    /// let mut slot = own_ref::Slot::<[u8; 3]>::new();
    /// assert!(slot.hole().try_fill(|i| words[i].parse()).is_err());
    /// ```
    #[inline]
    pub fn try_fill<E, F>(self, element: F) -> Result<Own<'a, [T; N]>, E>
    where
        F: FnMut(usize) -> Result<T, E>,
    {
        self.into_slice().try_fill(element).map(into_array)
    }

    /// As [`fill`](Hole::fill), with a recipe for each element, so that the elements, too, are built
    /// where they stay.
    ///
    /// # Errors
    ///
    /// With what a recipe failed with. The elements that were there are dropped then.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::convert::Infallible;
    /// use own_ref::{Slot, init};
    ///
    /// let mut slot = Slot::<[[u8; 3]; 2]>::new();
    /// let rows = slot.hole().fill_init(|y| init::array(move |x| init::value((y * 3 + x) as u8)));
    /// let Ok::<_, Infallible>(rows) = rows;
    /// assert_eq!(*rows, [[0, 1, 2], [3, 4, 5]]);
    /// ```
    #[inline]
    pub fn fill_init<E, I, F>(self, recipe: F) -> Result<Own<'a, [T; N]>, E>
    where
        I: Init<T, E>,
        F: FnMut(usize) -> I,
    {
        self.into_slice().fill_init(recipe).map(into_array)
    }
}

impl<T> Hole<'_, [T; 0]> {
    /// A hole for no elements, in memory that is nobody's.
    pub(crate) fn empty() -> Self {
        // SAFETY: 1. no bytes, so access to them can't conflict. 2. dangling is aligned, not null.
        unsafe { Self::from_raw(NonNull::<[T; 0]>::dangling().as_ptr()) }
    }
}

impl<'a, T> Hole<'a, [T]> {
    /// The number of elements that it can hold.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut slot = own_ref::Slot::<[u8; 4]>::new();
    /// assert_eq!(slot.hole().into_slice().len(), 4);
    /// ```
    #[inline]
    #[must_use]
    pub fn len(&self) -> usize {
        self.as_ptr().len()
    }

    /// Whether it can hold no element at all.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut slot = own_ref::Slot::<[u8; 4]>::new();
    /// assert!(!slot.hole().into_slice().is_empty());
    /// ```
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The memory before and from element `mid`.
    ///
    /// # Panics
    ///
    /// If `mid` is greater than the length.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut slot = own_ref::Slot::<[u8; 4]>::new();
    /// let (head, tail) = slot.hole().into_slice().split_at(1);
    /// assert_eq!((head.len(), tail.len()), (1, 3));
    /// ```
    #[inline]
    pub fn split_at(self, mid: usize) -> (Self, Self) {
        let len = self.len();
        assert!(
            mid <= len,
            "can't split a hole for {len} elements after {mid}"
        );
        let first = self.into_raw().cast::<T>();
        // SAFETY: `mid <= len`, so the result is in the memory or one past its end.
        let second = unsafe { first.add(mid) };
        let (head, tail) = (
            ptr::slice_from_raw_parts_mut(first, mid),
            ptr::slice_from_raw_parts_mut(second, len - mid),
        );
        // SAFETY: 1. a part of the hole, which doesn't overlap the other. 2. within it.
        let head = unsafe { Hole::from_raw(head) };
        // SAFETY: as above.
        (head, unsafe { Hole::from_raw(tail) })
    }

    /// The memory of the first element, and the rest. Nothing if there is no element.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut slot = own_ref::Slot::<[u8; 4]>::new();
    /// let rest = slot.hole().into_slice().split_first().map(|(first, rest)| rest.len());
    /// assert_eq!(rest, Some(3));
    /// ```
    #[inline]
    #[must_use]
    pub fn split_first(self) -> Option<(Hole<'a, T>, Self)> {
        if self.is_empty() {
            return None;
        }
        let (first, rest) = self.split_at(1);
        // SAFETY: 1. the memory of one element. 2. within the hole.
        let first = unsafe { Hole::from_raw(first.into_raw().cast()) };
        Some((first, rest))
    }

    /// A slice that is filled step by step: an array vector in this memory.
    ///
    /// # Examples
    ///
    /// See [`Filling`].
    #[inline]
    pub fn filling(self) -> Filling<'a, T> {
        Filling::new(self)
    }

    /// As [`fill`](Hole::fill) of an array.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::mem::MaybeUninit;
    /// use own_ref::Hole;
    ///
    /// let mut memory = [const { MaybeUninit::uninit() }; 4];
    /// let slice = Hole::from(&mut memory[1..]).fill(|i| i * 2);
    /// assert_eq!(*slice, [0, 2, 4]);
    /// ```
    #[inline]
    pub fn fill<F: FnMut(usize) -> T>(self, mut element: F) -> Own<'a, [T]> {
        // By value, so that `try_fill` drops `element` before it returns.
        let Ok(slice) = self.try_fill(move |i| Ok::<T, Infallible>(element(i)));
        slice
    }

    /// As [`try_fill`](Hole::try_fill) of an array.
    ///
    /// # Errors
    ///
    /// With what the function failed with. The elements that were there are dropped then.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut slot = own_ref::Slot::<[u8; 4]>::new();
    /// let result = slot.hole().into_slice().try_fill(|i| if i < 3 { Ok(0) } else { Err(i) });
    /// assert_eq!(result, Err(3));
    /// ```
    #[inline]
    pub fn try_fill<E, F>(self, mut element: F) -> Result<Own<'a, [T]>, E>
    where
        F: FnMut(usize) -> Result<T, E>,
    {
        let mut filling = self.filling();
        let result = filling.fill_with(|hole| {
            let value = element(hole.index())?;
            hole.put(value);
            Ok(())
        });
        // Whose destructor may panic: rust#47949 would forget what has been returned by then.
        drop(element);
        filling.filled_or(result)
    }

    /// As [`fill_init`](Hole::fill_init) of an array.
    ///
    /// # Errors
    ///
    /// With what a recipe failed with. The elements that were there are dropped then.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::convert::Infallible;
    /// use own_ref::{Slot, init};
    ///
    /// let mut slot = Slot::<[u8; 2]>::new();
    /// let Ok::<_, Infallible>(slice) = slot.hole().into_slice().fill_init(|_| init::value(1));
    /// assert_eq!(*slice, [1, 1]);
    /// ```
    #[inline]
    pub fn fill_init<E, I, F>(self, mut recipe: F) -> Result<Own<'a, [T]>, E>
    where
        I: Init<T, E>,
        F: FnMut(usize) -> I,
    {
        let mut filling = self.filling();
        let result = filling.fill_with(|hole| {
            let recipe = recipe(hole.index());
            hole.init(recipe)
        });
        // As in `try_fill`.
        drop(recipe);
        filling.filled_or(result)
    }

    /// Copies a slice into the memory.
    ///
    /// # Panics
    ///
    /// If the lengths differ.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut slot = own_ref::Slot::<[u8; 2]>::new();
    /// assert_eq!(*slot.hole().into_slice().put_copy(&[1, 2]), [1, 2]);
    /// ```
    pub fn put_copy(self, source: &[T]) -> Own<'a, [T]>
    where
        T: Copy,
    {
        assert_eq!(
            self.len(),
            source.len(),
            "a hole of another length than the slice"
        );
        let first = self.as_ptr().cast::<T>().cast_mut();
        // SAFETY: the source is a slice of `len` elements, the memory is as long by the assertion,
        // and is ours alone, so the two don't overlap. Copies of `Copy` values are valid.
        unsafe { ptr::copy_nonoverlapping(source.as_ptr(), first, source.len()) };
        // SAFETY: 1. all elements have just been written.
        unsafe { self.assume_init() }
    }
}

impl<'a> Hole<'a, [u8]> {
    /// Copies text into the memory.
    ///
    /// # Panics
    ///
    /// If the lengths differ.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut slot = own_ref::Slot::<[u8; 4]>::new();
    /// let mut text = slot.hole().into_slice().put_str("four");
    /// text.make_ascii_uppercase();
    /// assert_eq!(&*text, "FOUR");
    /// ```
    pub fn put_str(self, source: &str) -> Own<'a, str> {
        let text = Own::into_raw(self.put_copy(source.as_bytes())) as *mut str;
        // SAFETY: 1. the bytes are those of a `str`. 2. as for the slice.
        unsafe { Own::from_raw(text) }
    }
}

/// The slice of `N` elements that came from a hole for `N` elements.
fn into_array<T, const N: usize>(slice: Own<'_, [T]>) -> Own<'_, [T; N]> {
    debug_assert_eq!(slice.len(), N);
    // SAFETY: 1. the same value, of `N` elements, as this module made it. 2. as for the slice.
    unsafe { Own::from_raw(Own::into_raw(slice).cast()) }
}
