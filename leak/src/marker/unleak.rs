use super::Leak;

/// Marks what must be destroyed before its lifetimes end.
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unleak<T: ?Sized>(pub T);

// SAFETY: clause 1: every lifetime in `T: 'static` is `'static`, which never ends.
unsafe impl<T: ?Sized + 'static> Leak for Unleak<T> {}
