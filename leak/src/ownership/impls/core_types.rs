//! `core`, and this crate without `alloc`.

use super::macros::{as_its_content, borrows, owns_nothing};
use crate::linear::RoutineDrop;
use crate::linear::{Bomb, Linear};
use crate::{AllowedInRc, Disowns, NeverGives, RankedLeak};
use core::cell::{Cell, LazyCell, OnceCell, Ref, RefCell, RefMut, UnsafeCell};
use core::cmp::{Ordering, Reverse};
use core::convert::Infallible;
use core::ffi::CStr;
use core::hash::BuildHasherDefault;
use core::marker::{PhantomData, PhantomPinned};
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
use core::num::{NonZero, Saturating, Wrapping};
use core::ops::{
    Bound, ControlFlow, Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive,
};
use core::panic::AssertUnwindSafe;
use core::pin::Pin;
use core::sync::atomic;
use core::task::Poll;
use core::time::Duration;

owns_nothing! {
    [] bool; [] char; [] str;
    [] u8; [] u16; [] u32; [] u64; [] u128; [] usize;
    [] i8; [] i16; [] i32; [] i64; [] i128; [] isize;
    [] f32; [] f64;

    [] NonZero<u8>; [] NonZero<u16>; [] NonZero<u32>; [] NonZero<u64>; [] NonZero<u128>;
    [] NonZero<usize>;
    [] NonZero<i8>; [] NonZero<i16>; [] NonZero<i32>; [] NonZero<i64>; [] NonZero<i128>;
    [] NonZero<isize>; [] NonZero<char>;

    [] Ordering; [] Infallible; [] RangeFull; [] Duration; [] CStr; [] PhantomPinned;
    [] IpAddr; [] Ipv4Addr; [] Ipv6Addr; [] SocketAddr; [] SocketAddrV4; [] SocketAddrV6;
    // It names a type and holds no value of it.
    [S,] BuildHasherDefault<S>;
}

#[cfg(target_has_atomic = "8")]
owns_nothing! { [] atomic::AtomicBool; [] atomic::AtomicU8; [] atomic::AtomicI8; }
#[cfg(target_has_atomic = "16")]
owns_nothing! { [] atomic::AtomicU16; [] atomic::AtomicI16; }
#[cfg(target_has_atomic = "32")]
owns_nothing! { [] atomic::AtomicU32; [] atomic::AtomicI32; }
#[cfg(target_has_atomic = "64")]
owns_nothing! { [] atomic::AtomicU64; [] atomic::AtomicI64; }
#[cfg(target_has_atomic = "ptr")]
owns_nothing! { [] atomic::AtomicUsize; [] atomic::AtomicIsize; }

// What a function returns that returns nothing, so it is asked for any type, as functions are.

// SAFETY: clause 1: it owns nothing.
unsafe impl AllowedInRc for () {}
// SAFETY: clause 1: it owns nothing. Itself it is `Leak`, and doesn't count.
unsafe impl<Asked: ?Sized> Disowns<Asked> for () {}
// SAFETY: clause 1: it gives nothing.
unsafe impl<Asked: ?Sized> NeverGives<Asked> for () {}
// SAFETY: clause 1: it owns nothing.
unsafe impl<const RANK: usize> RankedLeak<RANK> for () {}
impl RoutineDrop for () {}

borrows! {
    ['a] T: &'a T;
    ['a] T: &'a mut T;
    ['a] T: Ref<'a, T>;
    ['a] T: RefMut<'a, T>;
}

as_its_content! {
    [T; const N] [T; N];
    [T] [T];
    [A] (A,);
    [A, B] (A, B);
    [A, B, C] (A, B, C);
    [A, B, C, D] (A, B, C, D);
    [A, B, C, D, E] (A, B, C, D, E);
    [A, B, C, D, E, F] (A, B, C, D, E, F);
    [A, B, C, D, E, F, G] (A, B, C, D, E, F, G);
    [A, B, C, D, E, F, G, H] (A, B, C, D, E, F, G, H);
    [A, B, C, D, E, F, G, H, I] (A, B, C, D, E, F, G, H, I);
    [A, B, C, D, E, F, G, H, I, J] (A, B, C, D, E, F, G, H, I, J);
    [A, B, C, D, E, F, G, H, I, J, K] (A, B, C, D, E, F, G, H, I, J, K);
    [A, B, C, D, E, F, G, H, I, J, K, L] (A, B, C, D, E, F, G, H, I, J, K, L);

    [T] Option<T>;
    [T, E] Result<T, E>;
    [T] Poll<T>;
    [B, C] ControlFlow<B, C>;
    [T] Bound<T>;
    [T] Range<T>;
    [T] RangeFrom<T>;
    [T] RangeInclusive<T>;
    [T] RangeTo<T>;
    [T] RangeToInclusive<T>;

    [T: ?Sized] Cell<T>;
    [T: ?Sized] RefCell<T>;
    [T: ?Sized] UnsafeCell<T>;
    [T] OnceCell<T>;
    [T, F] LazyCell<T, F>;

    [T: ?Sized] PhantomData<T>;
    [P] Pin<P>;
    [T] Wrapping<T>;
    [T] Saturating<T>;
    [T] Reverse<T>;
    [T] AssertUnwindSafe<T>;

    // A mark, and no more: a guard has a `PhantomData` of it.
    [T: ?Sized] crate::Unleak<T>;
}

/// The wrappers for which it matters that they have no drop glue.
macro_rules! not_dropped {
    ($([$T:ident $(: ?$Sized:ident)?] $Type:ty;)+) => {$(
        // SAFETY: clause 1: it may own its content.
        unsafe impl<$T: AllowedInRc $(+ ?$Sized)?> AllowedInRc for $Type {}
        // SAFETY: clause 1: as above.
        unsafe impl<$T: Disowns<Asked> $(+ ?$Sized)?, Asked: ?Sized + super::super::Handle>
            Disowns<Asked> for $Type {}
        // SAFETY: clause 1: it gives its content, which gives none.
        unsafe impl<$T: NeverGives<Asked> $(+ ?$Sized)?, Asked: ?Sized + super::super::Handle>
            NeverGives<Asked> for $Type {}
        // SAFETY: clause 1: it may own its content.
        unsafe impl<$T: RankedLeak<RANK> $(+ ?$Sized)?, const RANK: usize> RankedLeak<RANK> for $Type {}
        impl<$T $(: ?$Sized)?> RoutineDrop for $Type {}
    )+};
}

not_dropped! {
    [T: ?Sized] core::mem::ManuallyDrop<T>;
    [T] core::mem::MaybeUninit<T>;
    [T: ?Sized] crate::mem::ManuallyDrop<T>;
    [T] crate::mem::MaybeUninit<T>;
}

/// The linear ones: their content in all but that they aren't dropped as a matter of routine.
macro_rules! linear {
    ($($Type:ident)+) => {$(
        // SAFETY: clause 1: it owns its content alone.
        unsafe impl<T: AllowedInRc> AllowedInRc for $Type<T> {}
        // SAFETY: clause 1: it owns its content, which owns none.
        unsafe impl<T: Disowns<Asked>, Asked: ?Sized + super::super::Handle> Disowns<Asked> for $Type<T> {}
        // SAFETY: clause 1: it gives its content, which gives none.
        unsafe impl<T: NeverGives<Asked>, Asked: ?Sized + super::super::Handle> NeverGives<Asked> for $Type<T> {}
        // SAFETY: clause 1: it owns its content alone.
        unsafe impl<T: RankedLeak<RANK>, const RANK: usize> RankedLeak<RANK> for $Type<T> {}
    )+};
}

linear! { Linear Bomb }
