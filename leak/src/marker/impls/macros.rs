//! One macro per reason for which a type is `Leak`. Each holds the safety argument of its impls.

/// Types without lifetimes and type parameters.
macro_rules! leak_static {
    ($($T:ty),+ $(,)?) => {$(
        // Checks the claim of the safety comment below.
        impl $crate::marker::impls::macros::BorrowsNothing for $T {}
        const _: () = $crate::marker::impls::macros::borrows_nothing::<$T>();

        // SAFETY: clause 1: no lifetime but `'static` is in the type. Clause 2: nor, therefore, in
        // what it owns or refers to.
        #[diagnostic::do_not_recommend]
        unsafe impl $crate::Leak for $T {}
    )+};
}

/// Types that own values of their type parameters, and do nothing about them when destroyed but to
/// destroy them: `Leak` if all of the parameters are. `where [...]` adds conditions.
macro_rules! leak_if_content_is {
    ($(
        [$($P:ident $(: ?$Sized:ident)?),+ $(; const $N:ident)?] $T:ty
        $(where [$($bound:tt)+])?;
    )+) => {$(
        // SAFETY: clause 1: the destructor destroys the content and frees memory, nothing else;
        // where it does more, the table says so. Clause 2: the content is `Leak`.
        unsafe impl<$($P: $crate::Leak $(+ ?$Sized)?),+ $(, const $N: usize)?> $crate::Leak for $T
        $(where $($bound)+)? {}
    )+};
}

/// Types that own nothing of their parameters: they borrow, or only name them.
macro_rules! leak_always {
    ($([$($generics:tt)*] $T:ty;)+) => {$(
        // SAFETY: clause 1: nothing rests on the end of such a borrow; where the type has a
        // destructor, the table says what it does. Clause 2: no value of a parameter is owned.
        #[diagnostic::do_not_recommend]
        unsafe impl<$($generics)*> $crate::Leak for $T {}
    )+};
}

/// Types that borrow a collection and take elements out of it: whoever forgets them may forget
/// elements along with them, so the elements must be `Leak`. `where [...]` adds conditions.
#[cfg(feature = "alloc")]
macro_rules! leak_if_elements_are {
    ($([$($P:ident),+] $T:ty $(where [$($bound:tt)+])?;)+) => {$(
        // SAFETY: clause 1: std leaves the collection in a valid state, with fewer elements, when
        // the value is forgotten. Clause 2: the missing elements are `Leak`.
        unsafe impl<$($P: $crate::Leak),+> $crate::Leak for $T $(where $($bound)+)? {}
    )+};
}

/// The supertrait is the check: an impl for a type with a lifetime to choose doesn't compile.
pub(super) trait BorrowsNothing: 'static {}

pub(super) const fn borrows_nothing<T: ?Sized + BorrowsNothing>() {}

#[cfg(feature = "alloc")]
pub(super) use leak_if_elements_are;
pub(super) use {leak_always, leak_if_content_is, leak_static};
