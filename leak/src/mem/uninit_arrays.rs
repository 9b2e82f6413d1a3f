use core::ptr;

use super::MaybeUninit;

/// Arrays and slices of slots.
impl<T> MaybeUninit<T> {
    /// An array of empty slots.
    ///
    /// ```
    /// use leak::mem::MaybeUninit;
    ///
    /// let mut squares = MaybeUninit::uninit_array::<4>();
    /// for (n, slot) in squares.iter_mut().enumerate() {
    ///     slot.write(n * n);
    /// }
    /// // SAFETY: clause 1: all of them were written.
    /// let squares = unsafe { MaybeUninit::array_assume_init(squares) };
    /// assert_eq!(squares, [0, 1, 4, 9]);
    /// ```
    #[inline]
    #[must_use]
    pub const fn uninit_array<const N: usize>() -> [Self; N] {
        [const { Self::uninit() }; N]
    }

    /// Takes the values out of an array of slots.
    ///
    /// ```
    /// use leak::mem::MaybeUninit;
    ///
    /// let slots = [MaybeUninit::new(1), MaybeUninit::new(2)];
    /// // SAFETY: clause 1: both were made with a value.
    /// assert_eq!(unsafe { MaybeUninit::array_assume_init(slots) }, [1, 2]);
    /// ```
    ///
    /// # Safety
    ///
    /// 1. There is a value of type `T` in each slot.
    #[inline]
    #[expect(clippy::needless_pass_by_value, reason = "it takes the values out")]
    pub const unsafe fn array_assume_init<const N: usize>(slots: [Self; N]) -> [T; N] {
        // SAFETY: `Self` is a transparent wrapper of a type with the layout of `T`, and an array
        // has no other layout than its elements have. The slots are a place that we own and never
        // drop anything in. By clause 1, what is there is a `[T; N]`.
        unsafe { ptr::from_ref(&slots).cast::<[T; N]>().read() }
    }

    /// Borrows the values in a slice of slots.
    ///
    /// ```
    /// use leak::mem::MaybeUninit;
    ///
    /// let slots = [MaybeUninit::new(1), MaybeUninit::new(2)];
    /// // SAFETY: clause 1: both were made with a value.
    /// assert_eq!(unsafe { MaybeUninit::slice_assume_init_ref(&slots) }, [1, 2]);
    /// ```
    ///
    /// # Safety
    ///
    /// 1. There is a value of type `T` in each slot.
    #[inline]
    pub const unsafe fn slice_assume_init_ref(slots: &[Self]) -> &[T] {
        // SAFETY: same layout, as in `array_assume_init`; by clause 1, all slots hold values.
        unsafe { &*(ptr::from_ref(slots) as *const [T]) }
    }

    /// Borrows the values in a slice of slots.
    ///
    /// ```
    /// use leak::mem::MaybeUninit;
    ///
    /// let mut slots = [MaybeUninit::new(2), MaybeUninit::new(1)];
    /// // SAFETY: clause 1: both were made with a value. Clause 2: a number may be forgotten.
    /// unsafe { MaybeUninit::slice_assume_init_mut(&mut slots) }.sort();
    /// ```
    ///
    /// # Safety
    ///
    /// 1. There is a value of type `T` in each slot.
    /// 2. If another value is put in the place of one, then [`new_unchecked`](Self::new_unchecked)
    ///    would accept it.
    #[inline]
    pub const unsafe fn slice_assume_init_mut(slots: &mut [Self]) -> &mut [T] {
        // INVARIANT: the caller has the duty, by clause 2.
        // SAFETY: same layout, as in `array_assume_init`; by clause 1, all slots hold values.
        unsafe { &mut *(ptr::from_mut(slots) as *mut [T]) }
    }

    /// Destroys the values in a slice of slots. If one destructor panics, the others run
    /// nevertheless.
    ///
    /// ```
    /// use leak::mem::MaybeUninit;
    ///
    /// let mut slots = [MaybeUninit::new(String::new()), MaybeUninit::uninit()];
    /// // SAFETY: clauses 1 and 2: the first was made with a value, and isn't used again.
    /// unsafe { MaybeUninit::slice_assume_init_drop(&mut slots[..1]) };
    /// ```
    ///
    /// # Safety
    ///
    /// 1. There is a value of type `T` in each slot.
    /// 2. The values aren't used again.
    ///
    /// # Panics
    ///
    /// If a destructor does.
    #[inline]
    pub unsafe fn slice_assume_init_drop(slots: &mut [Self]) {
        // SAFETY: by clause 1; nothing is put in their place.
        let values = unsafe { Self::slice_assume_init_mut(slots) };
        // SAFETY: the reference makes the pointer valid; by clause 2, nobody uses the values again.
        unsafe { ptr::drop_in_place(values) }
    }
}
