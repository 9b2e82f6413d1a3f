//! Owners made of owners. Their places are those of the owners in them, and so are the arguments for safety.

use crate::{CloneOwner, MutOf, Owner, OwnerAt, OwnerMut, OwnerMutAt, RefOf};
use core::array;
use core::pin::Pin;

impl<'a, O: OwnerAt<'a>> OwnerAt<'a, &'a Self> for Option<O> {
    type Ref = Option<O::Ref>;
}

// SAFETY: 1., 2. as for the owner in it.
unsafe impl<O: Owner> Owner for Option<O> {
    #[inline]
    unsafe fn get<'a>(this: *const Self) -> Option<RefOf<'a, O>>
    where
        Self: 'a,
    {
        // SAFETY: clause 1 of the caller.
        let this = unsafe { &*this };
        // SAFETY: clause 1 of the caller, and it is from a reference.
        this.as_ref().map(|owner| unsafe { O::get(owner) })
    }
}

impl<'a, O: OwnerMutAt<'a>> OwnerMutAt<'a, &'a Self> for Option<O> {
    type Mut = Option<O::Mut>;
}

// SAFETY: 1., 2. as for the owner in it.
unsafe impl<O: OwnerMut> OwnerMut for Option<O> {
    #[inline]
    unsafe fn get_mut<'a>(this: *mut Self) -> Option<MutOf<'a, O>>
    where
        Self: 'a,
    {
        // SAFETY: clause 1 of the caller.
        let this = unsafe { &mut *this };
        // SAFETY: clause 1 of the caller, and it is from a reference.
        this.as_mut().map(|owner| unsafe { O::get_mut(owner) })
    }
}

// SAFETY: 1. as for the owner in it.
unsafe impl<O: CloneOwner> CloneOwner for Option<O> {}

impl<'a, O: OwnerAt<'a>, const N: usize> OwnerAt<'a, &'a Self> for [O; N] {
    type Ref = [O::Ref; N];
}

// SAFETY: 1., 2. as for the owners in it.
unsafe impl<O: Owner, const N: usize> Owner for [O; N] {
    #[inline]
    unsafe fn get<'a>(this: *const Self) -> [RefOf<'a, O>; N]
    where
        Self: 'a,
    {
        let first = this.cast::<O>();
        array::from_fn(|index| {
            // SAFETY: an element of the array.
            let owner = unsafe { first.add(index) };
            // SAFETY: clause 1 of the caller.
            unsafe { O::get(owner) }
        })
    }
}

impl<'a, O: OwnerMutAt<'a>, const N: usize> OwnerMutAt<'a, &'a Self> for [O; N] {
    type Mut = [O::Mut; N];
}

// SAFETY: 1., 2. as for the owners in it.
unsafe impl<O: OwnerMut, const N: usize> OwnerMut for [O; N] {
    #[inline]
    unsafe fn get_mut<'a>(this: *mut Self) -> [MutOf<'a, O>; N]
    where
        Self: 'a,
    {
        let first = this.cast::<O>();
        array::from_fn(|index| {
            // SAFETY: an element of the array.
            let owner = unsafe { first.add(index) };
            // SAFETY: clause 1 of the caller; each element is lent once.
            unsafe { O::get_mut(owner) }
        })
    }
}

// SAFETY: 1. as for the owners in it.
unsafe impl<O: CloneOwner, const N: usize> CloneOwner for [O; N] {}

macro_rules! tuples {
    ($(($($owner:ident . $index:tt),*);)*) => {$(
        impl<'a, $($owner: OwnerAt<'a>),*> OwnerAt<'a, &'a Self> for ($($owner,)*) {
            type Ref = ($($owner::Ref,)*);
        }

        // SAFETY: 1., 2. as for the owners in it.
        unsafe impl<$($owner: Owner),*> Owner for ($($owner,)*) {
            #[inline]
            unsafe fn get<'a>(this: *const Self) -> ($(RefOf<'a, $owner>,)*)
            where
                Self: 'a,
            {
                // SAFETY: clause 1 of the caller: valid. Only this field is referred to.
                ($(unsafe { $owner::get(&raw const (*this).$index) },)*)
            }
        }

        impl<'a, $($owner: OwnerMutAt<'a>),*> OwnerMutAt<'a, &'a Self> for ($($owner,)*) {
            type Mut = ($($owner::Mut,)*);
        }

        // SAFETY: 1., 2. as for the owners in it.
        unsafe impl<$($owner: OwnerMut),*> OwnerMut for ($($owner,)*) {
            #[inline]
            unsafe fn get_mut<'a>(this: *mut Self) -> ($(MutOf<'a, $owner>,)*)
            where
                Self: 'a,
            {
                // SAFETY: clause 1 of the caller: valid. Each field is lent once.
                ($(unsafe { $owner::get_mut(&raw mut (*this).$index) },)*)
            }
        }

        // SAFETY: 1. as for the owners in it.
        unsafe impl<$($owner: CloneOwner),*> CloneOwner for ($($owner,)*) {}
    )*};
}

tuples! {
    (A.0);
    (A.0, B.1);
    (A.0, B.1, C.2);
    (A.0, B.1, C.2, D.3);
    (A.0, B.1, C.2, D.3, E.4);
    (A.0, B.1, C.2, D.3, E.4, F.5);
    (A.0, B.1, C.2, D.3, E.4, F.5, G.6);
    (A.0, B.1, C.2, D.3, E.4, F.5, G.6, H.7);
}

super::shared! {
    ['r, T: ?Sized] Pin<&'r T> => T, "1. the content is elsewhere, for all of `'r`. 2. it is borrowed.";
    ['r, T: ?Sized] Pin<&'r mut T> => T, "1. the content is elsewhere, for all of `'r`. 2. it is borrowed uniquely.";
}

super::cloned! {
    ['r, T: ?Sized] Pin<&'r T>, "1. the content is borrowed for `'r`, whoever has a copy.";
}

#[cfg(feature = "alloc")]
super::shared! {
    [T: ?Sized] Pin<alloc::boxed::Box<T>> => T, "1., 2. as for the box.";
    [T: ?Sized] Pin<alloc::rc::Rc<T>> => T, "1., 2. as for the `Rc`.";
    [T: ?Sized] Pin<alloc::sync::Arc<T>> => T, "1., 2. as for the `Arc`.";
}

#[cfg(feature = "alloc")]
super::cloned! {
    [T: ?Sized] Pin<alloc::rc::Rc<T>>, "1. the clone owns the same allocation.";
    [T: ?Sized] Pin<alloc::sync::Arc<T>>, "1. the clone owns the same allocation.";
}

/// A pinned owner lends its content pinned.
macro_rules! pinned_owners {
    ($([$($generics:tt)*] $owner:ty => $place:ty, $why:literal;)*) => {$(
        impl<'a, $($generics)*> OwnerMutAt<'a> for Pin<$owner> {
            type Mut = Pin<&'a mut $place>;
        }

        #[doc = concat!("Safety: ", $why)]
        // SAFETY: as given where the macro is called.
        unsafe impl<$($generics)*> OwnerMut for Pin<$owner> {
            #[inline]
            unsafe fn get_mut<'a>(this: *mut Self) -> Pin<&'a mut $place>
            where
                Self: 'a,
            {
                // SAFETY: clause 1 of the caller: valid, and nobody else uses it.
                unsafe { &mut *this }.as_mut()
            }
        }
    )*};
}

pinned_owners! {
    ['r, T: ?Sized] &'r mut T => T, "1., 2. as for the reference in it.";
}

#[cfg(feature = "alloc")]
pinned_owners! {
    [T: ?Sized] alloc::boxed::Box<T> => T, "1., 2. as for the box in it.";
}
