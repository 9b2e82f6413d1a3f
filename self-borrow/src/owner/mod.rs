//! What can be lent: owners with a stable place.

#[cfg(feature = "alloc")]
mod alloc;
#[cfg(feature = "bytes")]
mod bytes;
mod cells;
mod composite;
mod refs;
#[cfg(feature = "stable_deref_trait")]
mod stable;
#[cfg(feature = "std")]
mod std;

#[cfg(feature = "stable_deref_trait")]
pub use stable::Stable;

/// What a shared lend of an [`Owner`] gives at the lifetime `'a`: `&'a str` for a `String`.
///
/// The second parameter is never written: see [`FamilyAt`](crate::FamilyAt).
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no stable place that could be lent",
    label = "not an owner with a stable place",
    note = "what a `{Self}` owns moves with it: wrap it in a `Box<…>`, or lend it in a pinned struct with `#[lend(inline 'a)]`",
    note = "if moving it leaves its content where it is, implement the unsafe traits `OwnerAt` and `Owner` for it"
)]
pub trait OwnerAt<'a, Implied = &'a Self> {
    /// The reference, or several.
    type Ref: Copy;
}

/// An owner whose content stays where it is when the owner moves.
///
/// It is not `stable_deref_trait::StableDeref`: that is about `Deref`, which user code may run and which says
/// nothing of uniqueness. This trait is about what a self-borrowing struct does with an owner, and no more: it moves
/// it as bytes, takes references to the place, and destroys it or gives it back.
///
/// # Safety
///
/// 1. What [`get`](Self::get) returns, called for any lifetimes at the same time, stays valid for all of its `'a` if during
///    `'a` the owner is moved as bytes, in memory
///    that claims nothing (`MaybeUninit`), and `get` is called, with shared references to the owner at the most.
/// 2. The owner is not needed to keep the content alive *other than by not being destroyed*: nobody else can
///    free, move or overwrite it in safe code, nor through a shared reference to the owner.
///
/// # Examples
///
/// ```
/// use self_borrow::{Owner, OwnerAt};
///
/// /// A text that never changes.
/// pub struct Text(Box<str>);
///
/// impl<'a> OwnerAt<'a> for Text {
///     type Ref = &'a str;
/// }
///
/// // SAFETY: 1. what a box owns stays where it is. 2. the box is private, and nothing here replaces it.
/// unsafe impl Owner for Text {
///     unsafe fn get<'a>(this: *const Self) -> &'a str
///     where
///         Self: 'a,
///     {
///         // SAFETY: as the caller promises.
///         unsafe { &(*this).0 }
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no stable place that could be lent",
    label = "not an owner with a stable place",
    note = "what a `{Self}` owns moves with it: wrap it in a `Box<…>`, or lend it in a pinned struct with `#[lend(inline 'a)]`",
    note = "if moving it leaves its content where it is, implement the unsafe traits `OwnerAt` and `Owner` for it"
)]
pub unsafe trait Owner: for<'a> OwnerAt<'a> {
    /// Borrows the place.
    ///
    /// # Safety
    ///
    /// 1. `this` points to a valid owner, and it is not destroyed, and no unique reference to its place is
    ///    made from it, during `'a`.
    unsafe fn get<'a>(this: *const Self) -> <Self as OwnerAt<'a>>::Ref
    where
        Self: 'a;
}

/// What a mutable lend of an [`OwnerMut`] gives at the lifetime `'a`: `&'a mut T` for a `Box<T>`.
///
/// The second parameter is never written: see [`FamilyAt`](crate::FamilyAt).
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be lent mutably",
    label = "not an owner with a stable place of its own",
    note = "lend it shared, `#[lend('a)]`, if others own the content too; else wrap it in a `Box<…>`"
)]
pub trait OwnerMutAt<'a, Implied = &'a Self> {
    /// The reference, or several.
    type Mut;
}

/// An owner that is the only one of its content, which stays where it is when the owner moves.
///
/// # Safety
///
/// 1. What [`get_mut`](Self::get_mut) returns stays valid and unique for all of `'a` if during `'a` the owner is only
///    moved as bytes, in memory that claims nothing (`MaybeUninit`).
/// 2. Nobody else can reach the content in safe code, but by what `get_mut` returned.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be lent mutably",
    label = "not an owner with a stable place of its own",
    note = "lend it shared, `#[lend('a)]`, if others own the content too; else wrap it in a `Box<…>`"
)]
pub unsafe trait OwnerMut: for<'a> OwnerMutAt<'a> {
    /// Borrows the place, uniquely.
    ///
    /// # Safety
    ///
    /// 1. `this` points to a valid owner, and during `'a` it is not destroyed, nor used in any way but to be
    ///    moved as bytes.
    unsafe fn get_mut<'a>(this: *mut Self) -> <Self as OwnerMutAt<'a>>::Mut
    where
        Self: 'a;
}

/// An owner whose clones own the same content, at the same place: `Rc`, `Arc`, `&T`.
///
/// With such owners, and dependents that are `Clone`, the struct is `Clone`.
///
/// # Safety
///
/// 1. What was borrowed from the original stays valid as long as the clone is not destroyed, even when the original
///    is.
#[diagnostic::on_unimplemented(
    message = "a clone of `{Self}` has a place of its own, which the dependents don't borrow",
    label = "its clones don't share the content",
    note = "own the content by `Rc<…>` or `Arc<…>`, or don't derive `Clone`"
)]
pub unsafe trait CloneOwner: Owner + Clone {}

/// What a shared lend of `O` gives at `'a`.
///
/// # Examples
///
/// ```
/// use self_borrow::RefOf;
///
/// let text: RefOf<'static, String> = "a `&str`";
/// let places: RefOf<'static, (String, Vec<u8>)> = (text, &[1, 2]);
/// ```
pub type RefOf<'a, O> = <O as OwnerAt<'a>>::Ref;

/// What a mutable lend of `O` gives at `'a`.
///
/// # Examples
///
/// ```
/// use self_borrow::MutOf;
///
/// let mut number = 1;
/// let place: MutOf<'_, Box<i32>> = &mut number;
/// *place += 1;
/// ```
pub type MutOf<'a, O> = <O as OwnerMutAt<'a>>::Mut;

/// Owners with one place, which they dereference to.
macro_rules! shared {
    ($([$($generics:tt)*] $owner:ty => $place:ty, $why:literal;)*) => {$(
        impl<'a, $($generics)*> $crate::OwnerAt<'a> for $owner {
            type Ref = &'a $place;
        }

        #[doc = concat!("Safety: ", $why)]
        // SAFETY: as given where the macro is called.
        unsafe impl<$($generics)*> $crate::Owner for $owner {
            #[inline]
            unsafe fn get<'a>(this: *const Self) -> &'a $place
            where
                Self: 'a,
            {
                // SAFETY: clause 1 of the caller: valid, and the place is not borrowed uniquely.
                unsafe { &**this }
            }
        }
    )*};
}

/// Owners with one place, which they alone own, and dereference to.
macro_rules! exclusive {
    ($([$($generics:tt)*] $owner:ty => $place:ty, $why:literal;)*) => {$(
        impl<'a, $($generics)*> $crate::OwnerMutAt<'a> for $owner {
            type Mut = &'a mut $place;
        }

        #[doc = concat!("Safety: ", $why)]
        // SAFETY: as given where the macro is called.
        unsafe impl<$($generics)*> $crate::OwnerMut for $owner {
            #[inline]
            unsafe fn get_mut<'a>(this: *mut Self) -> &'a mut $place
            where
                Self: 'a,
            {
                // SAFETY: clause 1 of the caller: valid, and nobody else uses it.
                unsafe { &mut **this }
            }
        }
    )*};
}

/// Owners whose clones own the same place.
macro_rules! cloned {
    ($([$($generics:tt)*] $owner:ty, $why:literal;)*) => {$(
        #[doc = concat!("Safety: ", $why)]
        // SAFETY: as given where the macro is called.
        unsafe impl<$($generics)*> $crate::CloneOwner for $owner {}
    )*};
}

use {cloned, exclusive, shared};
