use core::fmt;

use crate::Leak;

/// [`core::mem::MaybeUninit`] that takes only what may be forgotten.
///
/// It never destroys what is inside by itself. So to write a value is to forget it, unless someone
/// reads it out again, and every safe way in asks for `T: Leak`.
///
/// ```
/// use leak::mem::MaybeUninit;
///
/// let mut slot = MaybeUninit::uninit();
/// slot.write(String::from("ann"));
/// // SAFETY: clause 1: just written.
/// assert_eq!(unsafe { slot.assume_init() }, "ann");
/// ```
///
/// ```compile_fail,E0597
/// use leak::{Unleak, mem::MaybeUninit};
///
/// let name = String::from("ann");
/// MaybeUninit::uninit().write(Unleak(&name)); // `name` does not live long enough
/// ```
///
/// The slot itself is [`Leak`] for every `T`, since it does the same whether it is dropped or
/// forgotten: nothing.
///
/// # Invariants
///
/// If there is a value inside, then its type was `Leak` when it was put in, or the caller of an
/// unsafe function has taken over the duty to destroy it: see
/// [`new_unchecked`](Self::new_unchecked).
#[repr(transparent)]
pub struct MaybeUninit<T>(core::mem::MaybeUninit<T>);

// SAFETY: clause 1 and 2: to drop the slot is a no-op, so is to forget it. By the type's invariant,
// what is inside may be forgotten, or its destruction is somebody's duty already.
unsafe impl<T> Leak for MaybeUninit<T> {}

impl<T> MaybeUninit<T> {
    /// An empty slot.
    ///
    /// ```
    /// use leak::mem::MaybeUninit;
    ///
    /// let slots = [const { MaybeUninit::<u64>::uninit() }; 4];
    /// assert_eq!(size_of_val(&slots), 32);
    /// ```
    #[inline]
    #[must_use]
    pub const fn uninit() -> Self {
        Self(core::mem::MaybeUninit::uninit())
    }

    /// A slot filled with zero bytes, padding excepted. Whether that is a value is up to `T`.
    ///
    /// ```
    /// use leak::mem::MaybeUninit;
    ///
    /// let slot = MaybeUninit::<u64>::zeroed();
    /// // SAFETY: clause 1: all bytes zero is a `u64`.
    /// assert_eq!(unsafe { slot.assume_init() }, 0);
    /// ```
    #[inline]
    #[must_use]
    pub const fn zeroed() -> Self {
        Self(core::mem::MaybeUninit::zeroed())
    }

    /// A slot with a value whose type allows it to be forgotten.
    ///
    /// ```
    /// use leak::mem::MaybeUninit;
    ///
    /// let slot = MaybeUninit::new(7);
    /// // SAFETY: clause 1: made with a value.
    /// assert_eq!(unsafe { slot.assume_init() }, 7);
    /// ```
    #[inline]
    pub const fn new(value: T) -> Self
    where
        T: Leak,
    {
        // INVARIANT: `T: Leak`.
        Self(core::mem::MaybeUninit::new(value))
    }

    /// A slot with any value.
    ///
    /// ```
    /// use leak::{Unleak, mem::MaybeUninit};
    ///
    /// let name = String::from("ann");
    /// // SAFETY: clause 1: the value is taken out again in the next line.
    /// let slot = unsafe { MaybeUninit::new_unchecked(Unleak(&name)) };
    /// // SAFETY: clause 1: made with a value.
    /// drop(unsafe { slot.assume_init() });
    /// ```
    ///
    /// # Safety
    ///
    /// 1. Before a lifetime in `T` ends, the value that is inside by then is destroyed, or nothing
    ///    rests on that. Safe code that is given the slot may forget it, or let it go out of scope.
    #[inline]
    pub const unsafe fn new_unchecked(value: T) -> Self {
        // INVARIANT: the caller has the duty, by clause 1.
        Self(core::mem::MaybeUninit::new(value))
    }

    /// Writes a value whose type allows it to be forgotten. A value that was there is forgotten.
    ///
    /// ```
    /// use leak::mem::MaybeUninit;
    ///
    /// let mut slot = MaybeUninit::uninit();
    /// *slot.write(7) += 1;
    /// // SAFETY: clause 1: just written.
    /// assert_eq!(unsafe { slot.assume_init() }, 8);
    /// ```
    #[inline]
    pub const fn write(&mut self, value: T) -> &mut T
    where
        T: Leak,
    {
        // INVARIANT: `T: Leak`.
        self.0.write(value)
    }

    /// Writes any value. A value that was there is forgotten.
    ///
    /// ```
    /// use leak::{Unleak, mem::MaybeUninit};
    ///
    /// let name = String::from("ann");
    /// let mut slot = MaybeUninit::uninit();
    /// // SAFETY: clause 1: taken out in the next line. Clause 2: the slot was empty.
    /// unsafe { slot.write_unchecked(Unleak(&name)) };
    /// // SAFETY: clause 1: just written.
    /// drop(unsafe { slot.assume_init() });
    /// ```
    ///
    /// # Safety
    ///
    /// 1. As for [`new_unchecked`](Self::new_unchecked).
    /// 2. If there was a value in the slot, it is one that [`forget_unchecked`] would accept.
    ///
    /// [`forget_unchecked`]: crate::mem::forget_unchecked
    #[inline]
    pub const unsafe fn write_unchecked(&mut self, value: T) -> &mut T {
        // INVARIANT: the caller has the duty, by clause 1.
        self.0.write(value)
    }

    /// A pointer to the slot.
    ///
    /// ```
    /// use leak::mem::MaybeUninit;
    ///
    /// let slot = MaybeUninit::new(7);
    /// // SAFETY: made with a value.
    /// assert_eq!(unsafe { *slot.as_ptr() }, 7);
    /// ```
    #[inline]
    pub const fn as_ptr(&self) -> *const T {
        self.0.as_ptr()
    }

    /// A pointer to the slot.
    ///
    /// Whoever writes a value through it has the duty that [`new_unchecked`](Self::new_unchecked)
    /// describes.
    ///
    /// ```
    /// use leak::mem::MaybeUninit;
    ///
    /// let mut slot = MaybeUninit::<u32>::uninit();
    /// // SAFETY: the pointer is valid for writes; a `u32` may be forgotten.
    /// unsafe { slot.as_mut_ptr().write(7) };
    /// // SAFETY: clause 1: just written.
    /// assert_eq!(unsafe { slot.assume_init() }, 7);
    /// ```
    #[inline]
    pub const fn as_mut_ptr(&mut self) -> *mut T {
        self.0.as_mut_ptr()
    }

    /// Takes the value out.
    ///
    /// ```
    /// use leak::mem::MaybeUninit;
    ///
    /// let slot = MaybeUninit::new(String::from("ann"));
    /// // SAFETY: clause 1: made with a value.
    /// assert_eq!(unsafe { slot.assume_init() }, "ann");
    /// ```
    ///
    /// # Safety
    ///
    /// 1. There is a value of type `T` in the slot.
    #[inline]
    #[track_caller]
    pub const unsafe fn assume_init(self) -> T {
        // SAFETY: by clause 1.
        unsafe { self.0.assume_init() }
    }

    /// Copies the value out.
    ///
    /// ```
    /// use leak::mem::MaybeUninit;
    ///
    /// let slot = MaybeUninit::new(7);
    /// // SAFETY: clause 1: made with a value. Clause 2: a number may be copied.
    /// assert_eq!(unsafe { slot.assume_init_read() }, 7);
    /// ```
    ///
    /// # Safety
    ///
    /// 1. There is a value of type `T` in the slot.
    /// 2. The slot's value isn't used again, unless it is one that may exist twice.
    #[inline]
    #[track_caller]
    pub const unsafe fn assume_init_read(&self) -> T {
        // SAFETY: by clauses 1 and 2.
        unsafe { self.0.assume_init_read() }
    }

    /// Destroys the value in its place.
    ///
    /// ```
    /// use leak::mem::MaybeUninit;
    ///
    /// let mut slot = MaybeUninit::new(String::from("ann"));
    /// // SAFETY: clauses 1 and 2: made with a value, and not used again.
    /// unsafe { slot.assume_init_drop() };
    /// ```
    ///
    /// # Safety
    ///
    /// 1. There is a value of type `T` in the slot.
    /// 2. The value isn't used again.
    ///
    /// # Panics
    ///
    /// If the destructor does.
    #[inline]
    pub unsafe fn assume_init_drop(&mut self) {
        // SAFETY: by clauses 1 and 2.
        unsafe { self.0.assume_init_drop() }
    }

    /// Borrows the value.
    ///
    /// ```
    /// use leak::mem::MaybeUninit;
    ///
    /// let slot = MaybeUninit::new(7);
    /// // SAFETY: clause 1: made with a value.
    /// assert_eq!(unsafe { slot.assume_init_ref() }, &7);
    /// ```
    ///
    /// # Safety
    ///
    /// 1. There is a value of type `T` in the slot.
    #[inline]
    pub const unsafe fn assume_init_ref(&self) -> &T {
        // SAFETY: by clause 1.
        unsafe { self.0.assume_init_ref() }
    }

    /// Borrows the value.
    ///
    /// ```
    /// use leak::mem::MaybeUninit;
    ///
    /// let mut slot = MaybeUninit::new(7);
    /// // SAFETY: clause 1: made with a value. Clause 2: a number may be forgotten.
    /// unsafe { *slot.assume_init_mut() += 1 };
    /// ```
    ///
    /// # Safety
    ///
    /// 1. There is a value of type `T` in the slot.
    /// 2. If another value is put in its place, then [`new_unchecked`](Self::new_unchecked) would
    ///    accept it.
    #[inline]
    pub const unsafe fn assume_init_mut(&mut self) -> &mut T {
        // INVARIANT: the caller has the duty, by clause 2.
        // SAFETY: by clause 1.
        unsafe { self.0.assume_init_mut() }
    }

    /// Takes over a slot of the standard library.
    ///
    /// ```
    /// use leak::mem::MaybeUninit;
    ///
    /// let slot = MaybeUninit::from_std(std::mem::MaybeUninit::new(7));
    /// // SAFETY: clause 1: made with a value.
    /// assert_eq!(unsafe { slot.assume_init() }, 7);
    /// ```
    #[inline]
    pub const fn from_std(slot: core::mem::MaybeUninit<T>) -> Self
    where
        T: Leak,
    {
        // INVARIANT: `T: Leak`.
        Self(slot)
    }

    /// Turns it into the standard library's.
    ///
    /// ```
    /// use leak::mem::MaybeUninit;
    ///
    /// let slot: std::mem::MaybeUninit<u32> = MaybeUninit::new(7).into_std();
    /// ```
    #[inline]
    pub const fn into_std(self) -> core::mem::MaybeUninit<T> {
        self.0
    }
}

// No bound `Leak` here. A type that is `Copy` has no destructor, and everyone may copy and drop its
// values, so nothing can rest on their destruction. With the bound, `Copy` would hold for some
// lifetimes only, and a slot of any other couldn't be moved (see `ManuallyDrop`).
#[expect(
    clippy::expl_impl_clone_on_copy,
    reason = "a derive would clone, but there may be no value"
)]
impl<T: Copy> Clone for MaybeUninit<T> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Copy> Copy for MaybeUninit<T> {}

impl<T: Leak> From<T> for MaybeUninit<T> {
    #[inline]
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T> fmt::Debug for MaybeUninit<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
