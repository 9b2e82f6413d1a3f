//! Memory without a value.

use crate::init::infallible;
use crate::{Init, Own};
use core::fmt;
use core::marker::PhantomData;
use core::mem::MaybeUninit;
use core::ptr::NonNull;

/// Stands for a `T` that isn't there: covariant, and never dropped.
type WillBe<T> = fn() -> PhantomData<T>;

/// Memory for a `T`, borrowed for `'a`, with no value in it.
///
/// Filling it gives an [`Own<'a, T>`](Own); [`Own::take`] and [`Own::clear`] give the hole back. A
/// hole is a pointer: it can be passed to the function that knows the value, so that the value
/// is written where it will stay.
///
/// Holes come from a [`Slot`](crate::Slot), from `&mut MaybeUninit<T>` and `&mut [MaybeUninit<T>]` by
/// `Hole::from`, from an [`Option<MaybeUninit<T>>`](Option::insert), from the heap
/// (`boxed::BoxHole`), a vector (`vec::push_with`), an arena (`bump::hole`), and from an owned
/// reference whose value has been taken.
///
/// # Examples
///
/// ```
/// use core::mem::MaybeUninit;
/// use own_ref::{Hole, Own};
///
/// fn greet(hole: Hole<'_, String>) -> Own<'_, String> {
///     hole.put(String::from("hello"))
/// }
///
/// let mut optional = None;
/// let memory = optional.insert(MaybeUninit::uninit());
/// assert_eq!(*greet(Hole::from(memory)), "hello");
/// ```
#[must_use = "a hole is of use only when it is filled"]
pub struct Hole<'a, T: ?Sized> {
    /// # Invariants
    ///
    /// 1. Until `'a` ends, the memory may be read and written, is aligned for `T`, and is accessed only
    ///    through this pointer and what is derived from it. Nobody takes it to be initialised.
    ptr: NonNull<T>,
    /// Covariant in `'a` and in `T`; owns no `T`.
    _borrows: PhantomData<(&'a mut (), WillBe<T>)>,
}

// SAFETY: it is sole access to memory; what will be in it is a `T`.
unsafe impl<T: ?Sized + Send> Send for Hole<'_, T> {}

// SAFETY: a shared hole gives access to nothing.
unsafe impl<T: ?Sized + Sync> Sync for Hole<'_, T> {}

// There is no value, so nothing that a panic could have left half done.
impl<T: ?Sized> core::panic::UnwindSafe for Hole<'_, T> {}
impl<T: ?Sized> core::panic::RefUnwindSafe for Hole<'_, T> {}

impl<'a, T> Hole<'a, T> {
    /// Puts a value into the memory.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut slot = own_ref::Slot::new();
    /// assert_eq!(*slot.hole().put(7), 7);
    /// ```
    #[inline]
    pub fn put(self, value: T) -> Own<'a, T> {
        // SAFETY: invariant 1: ours to write, and aligned.
        unsafe { self.ptr.write(value) };
        // SAFETY: 1. written just now.
        unsafe { self.assume_init() }
    }

    /// Puts the result of a function into the memory.
    ///
    /// The optimiser can write the result straight into the memory, but nothing makes it do so. To be
    /// sure of it, build the value in place: with [`fill`](Hole::fill), a
    /// [`Part`](crate::Part), or a recipe that does.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut slot = own_ref::Slot::new();
    /// let zeros = slot.hole().put_with(|| [0; 64]);
    /// assert_eq!(zeros.len(), 64);
    /// ```
    #[inline]
    pub fn put_with<F: FnOnce() -> T>(self, value: F) -> Own<'a, T> {
        self.put(value())
    }

    /// Puts the result of a function into the memory, if it has one.
    ///
    /// # Errors
    ///
    /// With what the function failed with.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut slot = own_ref::Slot::<u8>::new();
    /// let number = slot.hole().try_put_with(|| "12".parse())?;
    /// assert_eq!(*number, 12);
    /// # Ok::<(), core::num::ParseIntError>(())
    /// ```
    #[inline]
    pub fn try_put_with<E, F: FnOnce() -> Result<T, E>>(self, value: F) -> Result<Own<'a, T>, E> {
        Ok(self.put(value()?))
    }

    /// The same memory, for a value of another type.
    ///
    /// That it fits is checked when the program is compiled.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_ref::{Own, Slot};
    ///
    /// let mut slot = Slot::new();
    /// let (text, hole) = Own::take(slot.put(String::from("four")));
    /// let length = hole.cast::<usize>().put(text.len());
    /// assert_eq!(*length, 4);
    /// ```
    ///
    /// ```compile_fail,E0080
    /// own_ref::Slot::<u8>::new().hole().cast::<u64>().put(1);
    /// ```
    #[inline]
    pub fn cast<U>(self) -> Hole<'a, U> {
        const {
            assert!(
                size_of::<U>() <= size_of::<T>(),
                "the new type is larger than the hole"
            );
            assert!(
                align_of::<U>() <= align_of::<T>(),
                "the new type needs a stricter alignment"
            );
        }
        // SAFETY: 1. the same memory, large enough and aligned by the assertions. 2. not null.
        unsafe { Hole::from_raw(self.into_raw().cast()) }
    }

    /// The memory as std sees it.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut slot = own_ref::Slot::new();
    /// let number: &mut u32 = slot.hole().into_uninit().write(3);
    /// assert_eq!(*number, 3);
    /// ```
    #[inline]
    #[must_use]
    pub fn into_uninit(self) -> &'a mut MaybeUninit<T>
    where
        T: 'a,
    {
        // SAFETY: invariant 1: ours alone until `'a` ends; any bytes are a valid `MaybeUninit`.
        unsafe { &mut *self.into_raw().cast::<MaybeUninit<T>>() }
    }
}

impl<'a, T: ?Sized> Hole<'a, T> {
    /// Builds a value in the memory. The same as `recipe.init(self)`.
    ///
    /// # Errors
    ///
    /// With what the recipe failed with.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::convert::Infallible;
    /// use own_ref::{Slot, init};
    ///
    /// let mut slot = Slot::<[u16; 4]>::new();
    /// let Ok(squares) = slot.hole().init::<Infallible, _>(init::array(|i| init::value((i * i) as u16)));
    /// assert_eq!(*squares, [0, 1, 4, 9]);
    /// ```
    #[inline]
    pub fn init<E, I: Init<T, E>>(self, recipe: I) -> Result<Own<'a, T>, E> {
        recipe.init(self)
    }

    /// Builds a value in the memory, with a recipe that can't fail.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_ref::{Slot, init};
    ///
    /// let mut slot = Slot::<[u16; 4]>::new();
    /// let squares = slot.hole().build(init::array(|i| init::value((i * i) as u16)));
    /// assert_eq!(*squares, [0, 1, 4, 9]);
    /// ```
    #[inline]
    pub fn build<I: Init<T>>(self, recipe: I) -> Own<'a, T> {
        infallible(recipe.init(self))
    }

    /// The pointer. The memory is nobody's until it is given to [`from_raw`](Hole::from_raw) or
    /// `'a` ends.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut slot = own_ref::Slot::<u8>::new();
    /// let raw = slot.hole().into_raw();
    /// assert!(!raw.is_null());
    /// ```
    #[inline]
    #[must_use]
    pub fn into_raw(self) -> *mut T {
        self.ptr.as_ptr()
    }

    /// A hole from a pointer.
    ///
    /// # Safety
    ///
    /// 1. Until `'a` ends, the memory that `ptr` points to may be read and written through it, is
    ///    accessed in no other way, and nobody takes it to hold a value. `'a` is chosen by
    ///    the caller.
    /// 2. `ptr` is not null, and aligned for `T`.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::mem::MaybeUninit;
    /// use own_ref::Hole;
    ///
    /// let mut memory = MaybeUninit::<u8>::uninit();
    /// // SAFETY: 1. `memory` is not used otherwise while the hole is. 2. from a reference.
    /// let hole = unsafe { Hole::from_raw(memory.as_mut_ptr()) };
    /// assert_eq!(*hole.put(1), 1);
    /// ```
    #[inline]
    pub unsafe fn from_raw(ptr: *mut T) -> Self {
        // SAFETY: clause 2.
        let ptr = unsafe { NonNull::new_unchecked(ptr) };
        // INVARIANT: 1: by clauses 1 and 2.
        Self {
            ptr,
            _borrows: PhantomData,
        }
    }

    /// Where the value will be, to fill the memory by other means; end with
    /// [`assume_init`](Hole::assume_init).
    ///
    /// # Examples
    ///
    /// ```
    /// let mut slot = own_ref::Slot::<u8>::new();
    /// let mut hole = slot.hole();
    /// // SAFETY: the hole's memory may be written.
    /// unsafe { hole.as_mut_ptr().write(9) };
    /// // SAFETY: 1. written above.
    /// assert_eq!(*unsafe { hole.assume_init() }, 9);
    /// ```
    #[inline]
    pub fn as_mut_ptr(&mut self) -> *mut T {
        self.ptr.as_ptr()
    }

    /// Takes it that the memory holds a value.
    ///
    /// # Safety
    ///
    /// 1. It holds a valid `T`, which nobody else owns.
    ///
    /// # Examples
    ///
    /// See [`as_mut_ptr`](Hole::as_mut_ptr).
    #[inline]
    pub unsafe fn assume_init(self) -> Own<'a, T> {
        // SAFETY: 1. clause 1; aligned by invariant 1. 2. invariant 1.
        unsafe { Own::from_raw(self.into_raw()) }
    }

    /// The address, to compare it.
    #[inline]
    pub(crate) fn as_ptr(&self) -> *const T {
        self.ptr.as_ptr()
    }
}

impl<'a, T> From<&'a mut MaybeUninit<T>> for Hole<'a, T> {
    #[inline]
    fn from(memory: &'a mut MaybeUninit<T>) -> Self {
        // SAFETY: 1. borrowed for `'a`, and a `MaybeUninit` is never taken to hold a value. 2. from a
        // reference.
        unsafe { Self::from_raw(memory.as_mut_ptr()) }
    }
}

impl<T: ?Sized> fmt::Debug for Hole<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Hole").field(&self.ptr).finish()
    }
}
