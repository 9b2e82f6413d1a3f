use super::{AllowedInRc, Disowns, Handle, RankedLeak};
use crate::Leak;
use core::fmt;
use core::ops::{Deref, DerefMut};

/// A part of a value that may be forgotten, whatever it owns.
///
/// What is [`Leak`](trait@crate::Leak) owns nothing that must be destroyed, so it doesn't matter whether it owns itself, or an
/// `Rc` of whatever it lies in: that isn't `Leak`, or it would be no matter either. There can't be one impl
/// of [`AllowedInRc`] for all types that are `Leak`, beside those for other types; so this wrapper has it.
///
/// ```
/// use leak::ownership::Forgettable;
/// use leak::rc::Rc;
/// use leak::{AllowedInRc, Leak, Unleak};
/// use std::cell::RefCell;
///
/// /// Someone else's. It can form circles of its own.
/// #[derive(Leak, Default)]
/// struct Log {
///     lines: Vec<String>,
///     previous: RefCell<Option<Rc<Log>>>,
/// }
///
/// #[derive(AllowedInRc)]
/// struct Guard<'a> {
///     lent: Unleak<&'a str>,
///     log: Forgettable<Log>,
///     // Whatever is `'static` is `Leak` in an `Unleak`.
///     done: Forgettable<Unleak<Box<dyn Fn()>>>,
/// }
///
/// let name = String::from("ann");
/// let guard = Guard {
///     lent: Unleak(&name),
///     log: Forgettable(Log::default()),
///     done: Forgettable(Unleak(Box::new(|| {}))),
/// };
/// let guard = Rc::new_allowed(guard);
/// (guard.done)();
/// assert!(guard.log.lines.is_empty());
/// ```
///
/// A guard isn't accepted in it:
///
/// ```compile_fail,E0277
/// # use leak::ownership::Forgettable;
/// # use leak::AllowedInRc;
/// #[derive(AllowedInRc)]
/// struct Outer(Forgettable<*const u8>);
/// ```
#[repr(transparent)]
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Forgettable<T: ?Sized>(pub T);

// SAFETY: clauses 1 and 2: it has no destructor and owns its content, which is `Leak`.
unsafe impl<T: ?Sized + Leak> Leak for Forgettable<T> {}

// SAFETY: clause 1: whatever the content owns is `Leak`, by clause 2 of `Leak`.
unsafe impl<T: ?Sized + Leak> AllowedInRc for Forgettable<T> {}

// SAFETY: clause 1: whatever the content owns is `Leak`, and such an `H` doesn't count.
unsafe impl<T: ?Sized + Leak, H: ?Sized + Handle> Disowns<H> for Forgettable<T> {}

// SAFETY: clause 1: whatever the content shares leads to what is `Leak`.
unsafe impl<T: ?Sized + Leak, const N: usize> RankedLeak<N> for Forgettable<T> {}

impl<T: ?Sized> Deref for Forgettable<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: ?Sized> DerefMut for Forgettable<T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T> From<T> for Forgettable<T> {
    #[inline]
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for Forgettable<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Forgettable").field(&&self.0).finish()
    }
}
