#![expect(clippy::mem_forget, reason = "this is what the module is about")]

use crate::Leak;

/// Takes a value and runs no destructor for it: [`core::mem::forget`] for types that allow it.
///
/// ```
/// let bytes = vec![1, 2, 3];
/// leak::mem::forget(bytes); // the memory stays allocated
/// ```
///
/// ```compile_fail,E0597
/// use leak::Unleak;
///
/// let bytes = vec![1, 2, 3];
/// leak::mem::forget(Unleak(&bytes)); // `bytes` does not live long enough
/// ```
#[inline]
pub const fn forget<T: Leak>(value: T) {
    core::mem::forget(value);
}

/// Forgets a value of any type that borrows nothing.
///
/// This needs no [`Leak`]: the value could as well be moved to a thread that sleeps for ever.
///
/// ```
/// let work = || println!("never done"); // a closure, so not `Leak` on stable
/// leak::mem::forget_static(work);
/// ```
///
/// ```compile_fail,E0373
/// let bytes = vec![1, 2, 3];
/// let work = || println!("{bytes:?}");
/// leak::mem::forget_static(work);
/// ```
#[inline]
pub const fn forget_static<T: 'static>(value: T) {
    core::mem::forget(value);
}

/// Forgets a value of any type.
///
/// ```
/// /// Ends the lending in its own way, so its `Drop` must not run.
/// struct Lending<'a>(&'a mut u32);
///
/// impl Lending<'_> {
///     fn cancel(self) {
///         *self.0 = 0; // the repair
///         // SAFETY: clause 1: the lending has ended, nothing rests on `self` any more. Clause 2:
///         // a reference owns nothing.
///         unsafe { leak::mem::forget_unchecked(self) }
///     }
/// }
///
/// impl Drop for Lending<'_> {
///     fn drop(&mut self) {
///         panic!("not cancelled");
///     }
/// }
///
/// let mut state = 7;
/// Lending(&mut state).cancel();
/// assert_eq!(state, 0);
/// ```
///
/// # Safety
///
/// At least one holds, for the value itself (1) and for all that is forgotten along with it (2):
/// its type is [`Leak`], or nothing rests on its being destroyed any more.
///
/// 1. No code relies on this value being destroyed before a lifetime in `T` ends.
/// 2. Nor on the values that it owns, or that its destructor would have destroyed or handed back.
#[inline]
pub const unsafe fn forget_unchecked<T>(value: T) {
    core::mem::forget(value);
}
