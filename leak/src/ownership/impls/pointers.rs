//! What the traits are about: shared pointers, this crate's and those of std, which they convert to.

use crate::linear::RoutineDrop;
use crate::ownership::Handle;
use crate::{AllowedInRc, Disowns, Leak, NeverGives, RankedLeak};

/// Pointers of one kind, `$Rc` and `$Weak` in several modules. `others` are the handles of all other kinds.
macro_rules! pointers {
    ($Rc:ident in $([$($module:tt)+])+; others $others:tt) => {
        $(pointers! { @module $Rc [$($module)+] $others })+
    };
    (@module $Rc:ident [$($module:tt)+] [$($others:tt)*]) => {
        const _: () = {
            use $($module)+::{$Rc, Weak};

            // SAFETY: clause 1: it leads to a `Leak` value.
            unsafe impl<T: ?Sized + Leak> AllowedInRc for $Rc<T> {}
            // SAFETY: clause 1: it keeps no value alive.
            #[diagnostic::do_not_recommend]
            unsafe impl<T: ?Sized> AllowedInRc for Weak<T> {}

            // SAFETY: clause 1: it keeps no value alive.
            #[diagnostic::do_not_recommend]
            unsafe impl<T: ?Sized, Asked: ?Sized + Handle> Disowns<Asked> for Weak<T> {}
            // SAFETY: clause 1: it keeps no value alive.
            #[diagnostic::do_not_recommend]
            unsafe impl<T: ?Sized, const RANK: usize> RankedLeak<RANK> for Weak<T> {}

            impl<T: ?Sized + RoutineDrop> RoutineDrop for $Rc<T> {}
            // The value is dropped by others.
            impl<T: ?Sized> RoutineDrop for Weak<T> {}

            pointers! { @ranks $Rc 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 }
            pointers! { @others $Rc, $($others)* }
        };
    };
    (@ranks $Rc:ident $last:literal) => {};
    (@ranks $Rc:ident $rank:literal $next:literal $($more:literal)*) => {
        // SAFETY: clause 1: it leads to a value of the rank before, and whatever that shares to
        // values of lower ones.
        unsafe impl<T: ?Sized + RankedLeak<$rank>> RankedLeak<$next> for $Rc<T> {}
        pointers! { @ranks $Rc $next $($more)* }
    };
    (@others $Rc:ident, $($(#[$attribute:meta])? [$($generics:tt)*] $Other:ty;)*) => {$(
        $(#[$attribute])?
        #[diagnostic::do_not_recommend]
        // SAFETY: clause 1: it leads to a value that owns none. Itself it is a handle of another
        // kind, which no conversion makes an `$Other`.
        unsafe impl<$($generics)* T: ?Sized + Disowns<$Other>> Disowns<$Other> for $Rc<T> {}
        $(#[$attribute])?
        #[diagnostic::do_not_recommend]
        // SAFETY: clause 1: it gives references to a value that gives none, or the value.
        unsafe impl<$($generics)* T: ?Sized + NeverGives<$Other>> NeverGives<$Other> for $Rc<T> {}
        $(#[$attribute])?
        #[diagnostic::do_not_recommend]
        // SAFETY: clause 1: it gives a pointer that gives none.
        unsafe impl<$($generics)* T: ?Sized + NeverGives<$Other>> NeverGives<$Other> for Weak<T> {}
    )*};
}

// SAFETY: clause 1: it has impls for handles of other kinds only, see above.
unsafe impl<T: ?Sized> Handle for crate::rc::Rc<T> {}
// SAFETY: clause 1: it has impls for handles of other kinds only, see above.
#[cfg(target_has_atomic = "ptr")]
unsafe impl<T: ?Sized> Handle for crate::sync::Arc<T> {}

pointers! {
    Rc in [crate::rc] [alloc::rc]; others [
        #[cfg(target_has_atomic = "ptr")]
        [X: ?Sized,] crate::sync::Arc<X>;
        #[cfg(feature = "std")]
        ['a, C, X,] crate::thread::FnJoinGuard<'a, C, X>;
    ]
}

#[cfg(target_has_atomic = "ptr")]
pointers! {
    Arc in [crate::sync] [alloc::sync]; others [
        [X: ?Sized,] crate::rc::Rc<X>;
        #[cfg(feature = "std")]
        ['a, C, X,] crate::thread::FnJoinGuard<'a, C, X>;
    ]
}
