use alloc::rc::Rc;
#[cfg(target_has_atomic = "ptr")]
use alloc::sync::Arc;

use crate::Leak;

/// What `make_mut` can copy to a new allocation: `T: Clone`, `[T]` with `T: Clone`, and `str`, as
/// long as they are [`Leak`].
///
/// It stands in for the unstable `CloneToUninit` of the standard library, and can't be implemented
/// elsewhere.
///
/// ```
/// use leak::rc::{MakeMut, Rc};
///
/// fn clear<T: ?Sized + MakeMut>(shared: &mut Rc<T>, with: impl FnOnce(&mut T)) {
///     with(Rc::make_mut(shared));
/// }
/// ```
#[cfg(target_has_atomic = "ptr")]
pub trait MakeMut: Leak + Via<Rc<Self>> + Via<Arc<Self>> {}

/// What `make_mut` can copy to a new allocation.
#[cfg(not(target_has_atomic = "ptr"))]
pub trait MakeMut: Leak + Via<Rc<Self>> {}

impl<T: Clone + Leak> MakeMut for T {}
impl<T: Clone + Leak> MakeMut for [T] {}
impl MakeMut for str {}

#[expect(unnameable_types, reason = "sealed")]
/// Seals [`MakeMut`], and passes the call on to the pointer `P` of std.
pub trait Via<P> {
    /// The `make_mut` of `P`.
    fn make_mut(pointer: &mut P) -> &mut Self;
}

macro_rules! via {
    ($($Rc:ident)+) => {$(
        impl<T: Clone> Via<$Rc<Self>> for T {
            #[inline]
            fn make_mut(pointer: &mut $Rc<Self>) -> &mut Self {
                $Rc::make_mut(pointer)
            }
        }

        impl<T: Clone> Via<$Rc<Self>> for [T] {
            #[inline]
            fn make_mut(pointer: &mut $Rc<Self>) -> &mut Self {
                $Rc::make_mut(pointer)
            }
        }

        impl Via<$Rc<Self>> for str {
            #[inline]
            fn make_mut(pointer: &mut $Rc<Self>) -> &mut Self {
                $Rc::make_mut(pointer)
            }
        }
    )+};
}

via! { Rc }
#[cfg(target_has_atomic = "ptr")]
via! { Arc }
