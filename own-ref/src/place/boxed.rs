//! The heap as a place: build a `Box` in place, or take one apart in place.

use crate::init::{infallible, init_here};
use crate::{Hole, Init, Own, init};
use alloc::alloc::dealloc;
use alloc::boxed::Box;
use core::alloc::Layout;
use core::fmt;
use core::mem::MaybeUninit;
use core::ptr;

/// Memory on the heap, to be filled in place.
///
/// `Box::new(value)` puts the value on the stack first, as far as the language is concerned. This
/// allocates first.
///
/// # Examples
///
/// ```
/// use core::convert::Infallible;
/// use own_ref::{boxed::BoxHole, init};
///
/// // 64 KiB that were never on the stack.
/// let recipe = init::array::<u32, Infallible, _, _, { 1 << 14 }>(|i| init::value(i as u32));
/// let Ok(numbers) = BoxHole::new().init(recipe);
/// assert_eq!(numbers[10_000], 10_000);
/// ```
pub struct BoxHole<T> {
    memory: Box<MaybeUninit<T>>,
}

impl<T> BoxHole<T> {
    /// Allocates.
    ///
    /// # Examples
    ///
    /// ```
    /// let boxed = own_ref::boxed::BoxHole::new().put(1);
    /// assert_eq!(*boxed, 1);
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self {
            memory: Box::new_uninit(),
        }
    }

    /// Moves the value out of a box, and keeps the memory.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_ref::boxed::BoxHole;
    ///
    /// let (text, memory) = BoxHole::take(Box::new(String::from("a")));
    /// let boxed = memory.put(text + "b");
    /// assert_eq!(*boxed, "ab");
    /// ```
    #[must_use = "to drop the value, drop the box"]
    pub fn take(boxed: Box<T>) -> (T, Self) {
        let ptr = Box::into_raw(boxed).cast::<MaybeUninit<T>>();
        // SAFETY: the pointer of a box of the same layout, given up just now.
        let memory = unsafe { Box::from_raw(ptr) };
        // SAFETY: it was in a `Box<T>`, and the box no longer takes it to be there.
        let value = unsafe { memory.assume_init_read() };
        (value, Self { memory })
    }

    /// The memory. What is put there is dropped by its owned reference; the memory stays.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_ref::boxed::BoxHole;
    ///
    /// let mut memory = BoxHole::new();
    /// let first = memory.hole().put("first".to_owned());
    /// drop(first);
    /// assert_eq!(*memory.put("second".to_owned()), "second");
    /// ```
    pub fn hole(&mut self) -> Hole<'_, T> {
        Hole::from(&mut *self.memory)
    }

    /// The box with a value.
    #[must_use]
    pub fn put(self, value: T) -> Box<T> {
        infallible(self.init(init::value(value)))
    }

    /// The box with what a recipe builds that can't fail.
    ///
    /// # Panics
    ///
    /// If the recipe returns a value that is not in this memory.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_ref::{boxed::BoxHole, init};
    ///
    /// // 64 KiB that were never on the stack.
    /// let numbers: Box<[u32; 1 << 14]> = BoxHole::new().build(init::array(|i| init::value(i as u32)));
    /// assert_eq!(numbers[10_000], 10_000);
    /// ```
    #[must_use]
    pub fn build<I: Init<T>>(self, recipe: I) -> Box<T> {
        infallible(self.init(recipe))
    }

    /// The box with what a recipe builds, there and then.
    ///
    /// # Errors
    ///
    /// With what the recipe failed with. The memory is freed then.
    ///
    /// # Panics
    ///
    /// If the recipe returns a value that is not in this memory.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_ref::{boxed::BoxHole, init};
    ///
    /// let parse = |text: &'static str| init::from_fn(|hole| hole.try_put_with(|| text.parse::<u8>()));
    /// assert_eq!(*BoxHole::new().init(parse("7"))?, 7);
    /// assert!(BoxHole::new().init(parse("x")).is_err());
    /// # Ok::<(), core::num::ParseIntError>(())
    /// ```
    pub fn init<E, I: Init<T, E>>(mut self, recipe: I) -> Result<Box<T>, E> {
        init_here(self.hole(), recipe)?;
        // SAFETY: `init_here` left a valid value, which is ours.
        Ok(unsafe { self.memory.assume_init() })
    }
}

impl<T> Default for BoxHole<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> fmt::Debug for BoxHole<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BoxHole").finish_non_exhaustive()
    }
}

/// Builds a slice on the heap in place.
///
/// # Errors
///
/// With what a recipe failed with. The elements that were there are dropped then.
///
/// # Panics
///
/// If a recipe returns a value that is not in its place.
///
/// # Examples
///
/// ```
/// use core::convert::Infallible;
/// use own_ref::{boxed, init};
///
/// let Ok::<_, Infallible>(squares) = boxed::init_slice(3, |i| init::value(i * i));
/// assert_eq!(*squares, [0, 1, 4]);
/// ```
pub fn init_slice<T, E, I, F>(len: usize, recipe: F) -> Result<Box<[T]>, E>
where
    I: Init<T, E>,
    F: FnMut(usize) -> I,
{
    let mut memory = Box::<[T]>::new_uninit_slice(len);
    let filled = Hole::from(&mut *memory).fill_init(recipe)?;
    debug_assert_eq!(filled.len(), len);
    let _ = Own::into_raw(filled);
    // SAFETY: `fill_init` of a slice fills all of it, and the owner of the elements gave them up.
    Ok(unsafe { memory.assume_init() })
}

/// Lends out the content of a box as an owned reference, and frees the memory afterwards.
///
/// The content may be unsized. This is how to take a box apart where it is.
///
/// # Examples
///
/// ```
/// use own_ref::{Own, boxed};
///
/// let boxed: Box<[String]> = Box::new(["a".to_owned(), "b".to_owned()]);
/// let joined = boxed::consume(boxed, |strings: Own<'_, [String]>| {
///     Own::into_items(strings).map(Own::into_inner).collect::<String>()
/// });
/// assert_eq!(joined, "ab");
/// ```
pub fn consume<T: ?Sized, R>(boxed: Box<T>, with: impl FnOnce(Own<'_, T>) -> R) -> R {
    /// Frees the memory of a box whose content is gone.
    struct Free(*mut u8, Layout);

    impl Drop for Free {
        fn drop(&mut self) {
            if self.1.size() > 0 {
                // SAFETY: a box of this layout allocated the memory with the global allocator, and
                // `consume` took it over. The owned reference and all that came from it ended
                // when `with` returned or panicked.
                unsafe { dealloc(self.0, self.1) }
            }
        }
    }

    let layout = Layout::for_value(&*boxed);
    let content = Box::into_raw(boxed);
    let _free = Free(content.cast(), layout);
    // SAFETY: 1. the content of a box that has been given up. 2. the lifetime is for `with` to
    // accept, whatever it is, so nothing of it outlives the call; the memory is freed after it.
    with(unsafe { Own::from_raw(content) })
}

/// Overwrites the content of a box with what a recipe builds. The old content is dropped first.
///
/// # Errors
///
/// With what the recipe failed with. The memory is freed then.
///
/// # Panics
///
/// If the recipe returns a value that is not in this memory.
///
/// # Examples
///
/// ```
/// use core::convert::Infallible;
/// use own_ref::{boxed, init};
///
/// let Ok::<_, Infallible>(boxed) = boxed::reinit(Box::new([1, 2]), init::array(|i| init::value(i)));
/// assert_eq!(*boxed, [0, 1]);
/// ```
pub fn reinit<T, E, I: Init<T, E>>(boxed: Box<T>, recipe: I) -> Result<Box<T>, E> {
    let ptr = Box::into_raw(boxed);
    // SAFETY: the pointer of a box of the same layout, given up just now. If the destructor below
    // panics, this frees the memory.
    let memory = unsafe { Box::from_raw(ptr.cast::<MaybeUninit<T>>()) };
    let mut hole = BoxHole { memory };
    let content = ptr::from_mut(&mut *hole.memory).cast::<T>();
    // SAFETY: the value that was in the `Box<T>`; the memory doesn't take it to be there.
    unsafe { ptr::drop_in_place(content) };
    hole.init(recipe)
}
