//! Owned text.

use super::Own;
use core::str::{self, Utf8Error};

impl<'a> Own<'a, [u8]> {
    /// The bytes as text.
    ///
    /// # Errors
    ///
    /// If they aren't UTF-8. The bytes come back with the error.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_ref::{Own, Slot};
    ///
    /// let mut slot = Slot::new();
    /// let bytes = Own::into_slice(slot.put(*b"text"));
    /// let text = Own::into_str(bytes).map_err(|(error, _)| error)?;
    /// assert_eq!(*text, *"text");
    ///
    /// let mut slot = Slot::new();
    /// let bytes = Own::into_slice(slot.put([0xff]));
    /// assert!(Own::into_str(bytes).is_err_and(|(_, bytes)| *bytes == [0xff]));
    /// # Ok::<(), core::str::Utf8Error>(())
    /// ```
    pub fn into_str(this: Self) -> Result<Own<'a, str>, (Utf8Error, Self)> {
        if let Err(error) = str::from_utf8(&this) {
            return Err((error, this));
        }
        let ptr = Self::into_raw(this) as *mut str;
        // SAFETY: 1. valid UTF-8, checked; otherwise as for `this`. 2. as for `this`.
        Ok(unsafe { Own::from_raw(ptr) })
    }
}

impl Default for Own<'_, str> {
    fn default() -> Self {
        let empty = Own::into_raw(Own::<[u8]>::default()) as *mut str;
        // SAFETY: 1. no bytes are valid text. 2. as for the slice.
        unsafe { Own::from_raw(empty) }
    }
}

impl<'a> Own<'a, str> {
    /// The bytes of the text.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_ref::{Hole, Own};
    /// use core::mem::MaybeUninit;
    ///
    /// let mut memory = [MaybeUninit::uninit(); 4];
    /// let text = Hole::from(&mut memory[..]).put_str("four");
    /// assert_eq!(*Own::into_bytes(text), *b"four");
    /// ```
    pub fn into_bytes(this: Self) -> Own<'a, [u8]> {
        let ptr = Self::into_raw(this) as *mut [u8];
        // SAFETY: a valid `str` is a valid `[u8]`; otherwise as for `this`.
        unsafe { Own::from_raw(ptr) }
    }
}
