//! One macro per reason. Each holds the safety argument of its impls.
//!
//! `Asked` stands for the handle of `Disowns` and `NeverGives`, `RANK` for that of `RankedLeak`.

/// Types that own nothing, and give access to nothing.
macro_rules! owns_nothing {
    ($([$($generics:tt)*] $T:ty;)+) => {$(
        // SAFETY: clause 1: it owns nothing, so it shares nothing.
        #[diagnostic::do_not_recommend]
        unsafe impl<$($generics)*> $crate::AllowedInRc for $T {}
        // SAFETY: clause 1: it owns nothing.
        #[diagnostic::do_not_recommend]
        unsafe impl<$($generics)* Asked: ?Sized + $crate::ownership::Handle>
            $crate::Disowns<Asked> for $T {}
        // SAFETY: clause 1: it gives bytes and texts, no handles.
        #[diagnostic::do_not_recommend]
        unsafe impl<$($generics)* Asked: ?Sized + $crate::ownership::Handle>
            $crate::NeverGives<Asked> for $T {}
        // SAFETY: clause 1: it owns nothing, so it shares nothing.
        #[diagnostic::do_not_recommend]
        unsafe impl<$($generics)* const RANK: usize> $crate::RankedLeak<RANK> for $T {}
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> $crate::RoutineDrop for $T {}
    )+};
}

/// Types that own nothing, but give access to a `T` that someone else owns.
macro_rules! borrows {
    ($([$($lifetime:lifetime)?] $T:ident: $Type:ty;)+) => {$(
        // SAFETY: clause 1: the target belongs to someone else.
        #[diagnostic::do_not_recommend]
        unsafe impl<$($lifetime,)? $T: ?Sized> $crate::AllowedInRc for $Type {}
        // SAFETY: clause 1: as above.
        #[diagnostic::do_not_recommend]
        unsafe impl<$($lifetime,)? $T: ?Sized, Asked: ?Sized + $crate::ownership::Handle>
            $crate::Disowns<Asked> for $Type {}
        // SAFETY: clause 1: what can be got by it is got from the target, which gives none.
        unsafe impl<
            $($lifetime,)?
            $T: ?Sized + $crate::NeverGives<Asked>,
            Asked: ?Sized + $crate::ownership::Handle,
        > $crate::NeverGives<Asked> for $Type {}
        // SAFETY: clause 1: the target belongs to someone else.
        #[diagnostic::do_not_recommend]
        unsafe impl<$($lifetime,)? $T: ?Sized, const RANK: usize> $crate::RankedLeak<RANK> for $Type {}
        #[diagnostic::do_not_recommend]
        impl<$($lifetime,)? $T: ?Sized> $crate::RoutineDrop for $Type {}
    )+};
}

/// Types that own values of their type parameters, alone, and no other handles: they are what these
/// are.
macro_rules! as_its_content {
    ($([$($P:ident $(: ?$Sized:ident)?),+ $(; const $N:ident)?] $T:ty;)+) => {$(
        // SAFETY: clause 1: it owns its content alone, and whatever that owns leads to `Leak` values.
        unsafe impl<$($P: $crate::AllowedInRc $(+ ?$Sized)?),+ $(, const $N: usize)?>
            $crate::AllowedInRc for $T {}
        // SAFETY: clause 1: it owns its content, which owns none, and is no handle itself.
        unsafe impl<
            $($P: $crate::Disowns<Asked> $(+ ?$Sized)?,)+
            Asked: ?Sized + $crate::ownership::Handle
            $(, const $N: usize)?
        > $crate::Disowns<Asked> for $T {}
        // SAFETY: clause 1: it gives its content, which gives none.
        unsafe impl<
            $($P: $crate::NeverGives<Asked> $(+ ?$Sized)?,)+
            Asked: ?Sized + $crate::ownership::Handle
            $(, const $N: usize)?
        > $crate::NeverGives<Asked> for $T {}
        // SAFETY: clause 1: it owns its content alone, and whatever that shares is of a lower rank.
        unsafe impl<
            $($P: $crate::RankedLeak<RANK> $(+ ?$Sized)?,)+
            const RANK: usize
            $(, const $N: usize)?
        > $crate::RankedLeak<RANK> for $T {}
        impl<$($P: $crate::RoutineDrop $(+ ?$Sized)?),+ $(, const $N: usize)?>
            $crate::RoutineDrop for $T {}
    )+};
}

pub(super) use {as_its_content, borrows, owns_nothing};
