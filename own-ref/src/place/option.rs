//! An option as a place.
//!
//! For an optional place to *build* in, use `Option<MaybeUninit<T>>`:
//! `Hole::from(option.insert(MaybeUninit::uninit()))`. An `Option<T>` can't be one, since where its
//! content lies, and what `None` looks like, is known to the compiler only.

use crate::Own;
use core::ptr;

/// Lends out the content of an option as an owned reference. The option is `None` afterwards.
///
/// `Option::take` moves the content out, this doesn't. Whatever the function does with what it
/// gets, also forgetting it or panicking, the option is `None` then.
///
/// # Examples
///
/// ```
/// use own_ref::{Own, option};
///
/// let mut pair = Some((String::from("a"), [0_u8; 4096]));
/// let length = option::consume(&mut pair, |pair: Own<'_, (String, [u8; 4096])>| pair.0.len());
/// assert_eq!((length, pair), (Some(1), None));
/// ```
pub fn consume<T, R>(option: &mut Option<T>, with: impl FnOnce(Own<'_, T>) -> R) -> Option<R> {
    /// Writes `None` over an option whose content is gone.
    struct Clear<T>(*mut Option<T>);

    impl<T> Drop for Clear<T> {
        fn drop(&mut self) {
            // SAFETY: `consume` has the option borrowed. Its content is gone, so the old value is
            // not dropped.
            unsafe { self.0.write(None) }
        }
    }

    let option: *mut Option<T> = option;
    // SAFETY: from a reference that isn't used otherwise. The borrow ends where the content's
    // pointer is made, from it.
    let content = ptr::from_mut(unsafe { &mut *option }.as_mut()?);
    let clear = Clear(option);
    // SAFETY: 1. valid content, which `clear` makes the option forget. 2. the lifetime is for
    // `with` to accept, whatever it is, so nothing of it outlives the call; `clear` waits for it.
    let result = with(unsafe { Own::from_raw(content) });
    drop(clear);
    Some(result)
}
