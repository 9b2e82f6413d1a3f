/// Whether it makes no difference if a value of type `T` is forgotten or dropped. Only `true` is an answer: it may be forgotten
/// even if it isn't [`Leak`](trait@crate::Leak). `false` says nothing.
///
/// Generic code without a bound can ask this, and act accordingly:
///
/// ```
/// use leak::mem::is_leak;
///
/// /// Removes what doesn't fit. Destructors that panic may leave more removed than asked for, or nothing at all.
/// fn shorten<T>(items: &mut Vec<T>, len: usize) {
///     if const { is_leak::<T>() } {
///         // SAFETY: no destructor is due for what is cut off: dropping it would do nothing.
///         unsafe { items.set_len(len.min(items.len())) };
///     } else {
///         items.truncate(len);
///     }
/// }
///
/// let mut items = vec![1, 2, 3];
/// shorten(&mut items, 1);
/// assert_eq!(items, [1]);
///
/// const { assert!(is_leak::<[&mut u8; 3]>()) }
/// const { assert!(!is_leak::<String>()) } // although a `String` may be forgotten
/// ```
///
/// # Why it is conservative
///
/// It can't know more of a `T` without bounds. The question "does `T` have this trait?" would have to be answered when code is
/// generated. By then lifetimes are erased, and they matter: a guard is `Leak` if, and only if, it is `'static`. An
/// answer that looks at the type without its lifetimes would be `true` for a guard that borrows. So there is no such function on
/// stable, and specialisation on nightly, where it is sound, refuses to look at an impl that depends on lifetimes. What is known of
/// each type then is whether it has drop glue
/// ([`needs_drop`](core::mem::needs_drop): "`false`" is only returned if "dropping has no side effect").
/// If it has none, then nothing can rest on its being dropped, because that does nothing.
///
/// The answer is the same with the feature `nightly`.
///
/// For a type that is written out, the macro [`is_leak!`](crate::is_leak!) knows more. Where there is a
/// choice, a bound `T: Leak` is better than both.
///
/// # Source
///
/// The proposal's `std::mem::is_leak`: *to determine if we can forget values or not and then act accordingly*.
#[inline]
#[must_use]
pub const fn is_leak<T: ?Sized>() -> bool {
    !core::mem::needs_drop::<T>()
}
