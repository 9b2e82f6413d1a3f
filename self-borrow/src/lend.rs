//! How an owner is lent.

use crate::{CloneOwner, MutOf, Owner, OwnerAt, OwnerMut, OwnerMutAt, RefOf};

/// What is lent at the lifetime `'a`.
///
/// The second parameter is never written: see [`FamilyAt`](crate::FamilyAt).
pub trait LendAt<'a, Implied = &'a Self> {
    /// What the dependent is made from.
    type Lent;
    /// What can be seen of the owner beside the dependent: the same, if it is lent shared, or nothing.
    type Seen: Copy;
}

/// An owner together with the way in which it is lent: [`Shared`], [`Exclusive`], or a tuple of these.
///
/// # Safety
///
/// 1. What [`lend`](Self::lend) and [`see`](Self::see) return stays valid for all of `'a` if during `'a` the owner is only
///    moved as bytes, in memory that claims nothing (`MaybeUninit`), and `see` is called.
pub unsafe trait Lend: for<'a> LendAt<'a> {
    /// Lends the owner.
    ///
    /// # Safety
    ///
    /// 1. `this` points to a valid owner, and during `'a` it is not destroyed, nor used in any way but to be
    ///    moved as bytes, and for `see`.
    unsafe fn lend<'a>(this: *mut Self) -> Lent<'a, Self>
    where
        Self: 'a;

    /// Borrows what may be seen beside the dependent.
    ///
    /// # Safety
    ///
    /// 1. As for `lend`.
    unsafe fn see<'a>(this: *const Self) -> Seen<'a, Self>
    where
        Self: 'a;
}

/// A [`Lend`] that can be cloned together with what borrows from it.
///
/// # Safety
///
/// 1. What was lent by the original stays valid as long as the clone is not destroyed, even when the original is.
pub unsafe trait CloneLend: Lend + Clone {}

/// What the dependent of `O` is made from.
pub type Lent<'a, O> = <O as LendAt<'a>>::Lent;

/// What can be seen of `O` beside the dependent.
pub type Seen<'a, O> = <O as LendAt<'a>>::Seen;

/// An owner that is lent shared, as by `#[lend('a)]`.
///
/// # Examples
///
/// ```
/// use self_borrow::{Bound, Shared, family};
///
/// family!(struct Text<'a> = &'a str);
/// let first: Bound<'static, _, Text> = Bound::new(Shared(String::from("a b")), |text| &text[..1]);
/// first.with(|first, text| assert_eq!((*first, text), ("a", "a b")));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Shared<O>(pub O);

/// An owner that is lent mutably, as by `#[lend(mut 'a)]`.
///
/// # Examples
///
/// ```
/// use self_borrow::{Bound, Exclusive, family};
///
/// family!(struct Text<'a> = &'a mut String);
/// let mut text: Bound<'static, _, Text> = Bound::new(Exclusive(Box::new(String::new())), |text| text);
/// text.with_mut(|text, ()| text.push('!'));
/// let Exclusive(text) = text.into_owner();
/// assert_eq!(*text, "!");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Exclusive<O>(pub O);

#[cfg(feature = "leak")]
// SAFETY: it is the owner.
unsafe impl<O: leak::Leak> leak::Leak for Shared<O> {}

#[cfg(feature = "leak")]
// SAFETY: it is the owner.
unsafe impl<O: leak::Leak> leak::Leak for Exclusive<O> {}

impl<'a, O: OwnerAt<'a>> LendAt<'a, &'a Self> for Shared<O> {
    type Lent = O::Ref;
    type Seen = O::Ref;
}

// SAFETY: 1. `Owner::get`, while there are only shared references to the place.
unsafe impl<O: Owner> Lend for Shared<O> {
    #[inline]
    unsafe fn lend<'a>(this: *mut Self) -> RefOf<'a, O>
    where
        Self: 'a,
    {
        // SAFETY: 1. by the caller's clause 1; nothing but `get` is ever called.
        unsafe { O::get(this.cast_const().cast::<O>()) }
    }

    #[inline]
    unsafe fn see<'a>(this: *const Self) -> RefOf<'a, O>
    where
        Self: 'a,
    {
        // SAFETY: 1. by the caller's clause 1; nothing but `get` is ever called.
        unsafe { O::get(this.cast::<O>()) }
    }
}

// SAFETY: 1. `CloneOwner`.
unsafe impl<O: CloneOwner> CloneLend for Shared<O> {}

impl<'a, O: OwnerMutAt<'a>> LendAt<'a, &'a Self> for Exclusive<O> {
    type Lent = O::Mut;
    type Seen = ();
}

// SAFETY: 1. `OwnerMut::get_mut`; `see` does nothing.
unsafe impl<O: OwnerMut> Lend for Exclusive<O> {
    #[inline]
    unsafe fn lend<'a>(this: *mut Self) -> MutOf<'a, O>
    where
        Self: 'a,
    {
        // SAFETY: 1. by the caller's clause 1, as `see` doesn't use the owner.
        unsafe { O::get_mut(this.cast::<O>()) }
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
        impl<'a, $($lend: LendAt<'a>),*> LendAt<'a, &'a Self> for ($($lend,)*) {
            type Lent = ($($lend::Lent,)*);
            type Seen = ($($lend::Seen,)*);
        }

        // SAFETY: 1. as for each of the owners; each is lent once.
        unsafe impl<$($lend: Lend),*> Lend for ($($lend,)*) {
            #[inline]
            unsafe fn lend<'a>(this: *mut Self) -> Lent<'a, Self>
            where
                Self: 'a,
            {
                // SAFETY: 1. by the caller's clause 1.
                ($(unsafe { $lend::lend(&raw mut (*this).$index) },)*)
            }

            #[inline]
            unsafe fn see<'a>(this: *const Self) -> Seen<'a, Self>
            where
                Self: 'a,
            {
                // SAFETY: 1. by the caller's clause 1.
                ($(unsafe { $lend::see(&raw const (*this).$index) },)*)
            }
        }

        // SAFETY: 1. as for each of the owners.
        unsafe impl<$($lend: CloneLend),*> CloneLend for ($($lend,)*) {}
    )*};
}

tuples! {
    (A.0, B.1);
    (A.0, B.1, C.2);
    (A.0, B.1, C.2, D.3);
    (A.0, B.1, C.2, D.3, E.4);
    (A.0, B.1, C.2, D.3, E.4, F.5);
    (A.0, B.1, C.2, D.3, E.4, F.5, G.6);
    (A.0, B.1, C.2, D.3, E.4, F.5, G.6, H.7);
}
