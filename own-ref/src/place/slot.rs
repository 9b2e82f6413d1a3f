//! Memory on the stack, or wherever the slot lies.

use crate::{Hole, Own};
use core::fmt;
use core::mem::MaybeUninit;

/// Memory for one value, on the stack or inside anything else.
///
/// A slot never looks at what is in it: it drops nothing, whatever happened to the owned
/// reference that it gave out. It can be used again as soon as that is gone.
///
/// # Examples
///
/// ```
/// use own_ref::Slot;
///
/// let mut slot = Slot::new();
/// for word in ["a", "b"] {
///     let owned = slot.put(word.to_owned());
///     assert_eq!(*owned, word);
/// }
/// ```
#[repr(transparent)]
pub struct Slot<T> {
    memory: MaybeUninit<T>,
}

// No value is ever pinned through a slot.
impl<T> Unpin for Slot<T> {}

impl<T> Slot<T> {
    /// An empty slot.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut slot = own_ref::Slot::new();
    /// assert_eq!(*slot.put(1), 1);
    /// ```
    #[inline]
    #[must_use]
    pub const fn new() -> Self {
        Self {
            memory: MaybeUninit::uninit(),
        }
    }

    /// The memory, to be filled.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut slot = own_ref::Slot::<[u8; 1000]>::new();
    /// let bytes = slot.hole().fill(|i| i as u8);
    /// assert_eq!(bytes[255], 255);
    /// ```
    #[inline]
    pub fn hole(&mut self) -> Hole<'_, T> {
        Hole::from(&mut self.memory)
    }

    /// Puts a value into the slot.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut slot = own_ref::Slot::new();
    /// let mut text = slot.put(String::from("a"));
    /// text.push('b');
    /// assert_eq!(*text, "ab");
    /// ```
    #[inline]
    pub fn put(&mut self, value: T) -> Own<'_, T> {
        self.hole().put(value)
    }
}

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> fmt::Debug for Slot<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Slot").finish_non_exhaustive()
    }
}
