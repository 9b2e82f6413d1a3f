//! How an owner is lent that lies in the struct itself.

use crate::{Exclusive, Shared};

/// What is lent at the lifetime `'a`: see [`LendAt`](crate::LendAt).
pub trait LendInlineAt<'a, Implied = &'a Self> {
    /// What the dependent is made from.
    type Lent;
    /// What can be seen of the owner beside the dependent.
    type Seen: Copy;
}

pub(crate) type LentInline<'a, O> = <O as LendInlineAt<'a>>::Lent;
pub(crate) type SeenInline<'a, O> = <O as LendInlineAt<'a>>::Seen;

/// An owner, and how it is lent: `Shared`, `Exclusive`, or a tuple of these.
///
/// # Safety
///
/// 1. What the functions return stays valid for all of `'a` if during `'a` the owner is neither moved nor used, but by
///    `see`.
pub unsafe trait LendInline: for<'a> LendInlineAt<'a> {
    /// Lends the owner.
    ///
    /// # Safety
    ///
    /// 1. `this` points to a valid owner, and during `'a` it is not destroyed, moved, or used in any way but by `see`.
    unsafe fn lend<'a>(this: *mut Self) -> LentInline<'a, Self>
    where
        Self: 'a;

    /// Borrows what may be seen beside the dependent.
    ///
    /// # Safety
    ///
    /// 1. As for `lend`.
    unsafe fn see<'a>(this: *const Self) -> SeenInline<'a, Self>
    where
        Self: 'a;
}

impl<'a, T> LendInlineAt<'a, &'a Self> for Shared<T> {
    type Lent = &'a T;
    type Seen = &'a T;
}

// SAFETY: 1. shared references to where the owner is.
unsafe impl<T> LendInline for Shared<T> {
    #[inline]
    unsafe fn lend<'a>(this: *mut Self) -> &'a T
    where
        Self: 'a,
    {
        // SAFETY: by the caller's clause 1.
        unsafe { &*this.cast::<T>() }
    }

    #[inline]
    unsafe fn see<'a>(this: *const Self) -> &'a T
    where
        Self: 'a,
    {
        // SAFETY: by the caller's clause 1.
        unsafe { &*this.cast::<T>() }
    }
}

impl<'a, T> LendInlineAt<'a, &'a Self> for Exclusive<T> {
    type Lent = &'a mut T;
    type Seen = ();
}

// SAFETY: 1. a unique reference to where the owner is; `see` does nothing.
unsafe impl<T> LendInline for Exclusive<T> {
    #[inline]
    unsafe fn lend<'a>(this: *mut Self) -> &'a mut T
    where
        Self: 'a,
    {
        // SAFETY: by the caller's clause 1.
        unsafe { &mut *this.cast::<T>() }
    }

    #[inline]
    unsafe fn see<'a>(_this: *const Self)
    where
        Self: 'a,
    {
    }
}

macro_rules! tuples {
    ($(($($lend:ident . $index:tt),*);)*) => {$(
        impl<'a, $($lend: LendInlineAt<'a>),*> LendInlineAt<'a, &'a Self> for ($($lend,)*) {
            type Lent = ($($lend::Lent,)*);
            type Seen = ($($lend::Seen,)*);
        }

        // SAFETY: 1. as for each of the owners; each is lent once.
        unsafe impl<$($lend: LendInline),*> LendInline for ($($lend,)*) {
            #[inline]
            unsafe fn lend<'a>(this: *mut Self) -> LentInline<'a, Self>
            where
                Self: 'a,
            {
                // SAFETY: 1. by the caller's clause 1.
                ($(unsafe { $lend::lend(&raw mut (*this).$index) },)*)
            }

            #[inline]
            unsafe fn see<'a>(this: *const Self) -> SeenInline<'a, Self>
            where
                Self: 'a,
            {
                // SAFETY: 1. by the caller's clause 1.
                ($(unsafe { $lend::see(&raw const (*this).$index) },)*)
            }
        }
    )*};
}

tuples! {
    (A.0, B.1);
    (A.0, B.1, C.2);
    (A.0, B.1, C.2, D.3);
    (A.0, B.1, C.2, D.3, E.4);
    (A.0, B.1, C.2, D.3, E.4, F.5);
}
