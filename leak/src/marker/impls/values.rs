//! Plain values of `core`: `Option` and its like, ranges, numbers, text, time, errors.

use core::alloc::{Layout, LayoutError};
use core::any::TypeId;
use core::array::TryFromSliceError;
use core::char::{CharTryFromError, DecodeUtf16Error, ParseCharError, TryFromCharError};
use core::cmp::Ordering;
use core::convert::Infallible;
use core::ffi::{CStr, FromBytesUntilNulError, FromBytesWithNulError, c_void};
use core::fmt;
use core::future;
use core::hash::BuildHasherDefault;
use core::net::{
    AddrParseError, IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6,
};
use core::num::{
    FpCategory, IntErrorKind, NonZero, ParseFloatError, ParseIntError, TryFromIntError,
};
use core::ops::{
    Bound, ControlFlow, Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive,
};
use core::panic::{Location, PanicInfo, PanicMessage};
use core::range;
use core::slice::GetDisjointMutError;
use core::str::{ParseBoolError, Utf8Chunk, Utf8Error};
use core::sync::atomic;
use core::task::{Context, Poll, RawWaker, RawWakerVTable, Waker};
use core::time::{Duration, TryFromFloatSecsError};

use super::macros::{leak_always, leak_if_content_is, leak_static};

leak_if_content_is! {
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
    [T] range::RangeInclusive<T>;
    [T] range::RangeInclusiveIter<T>;
    [T] future::Ready<T>;
    [F] future::PollFn<F>;
    [F] fmt::FromFn<F>;
}

leak_static! {
    Ordering, RangeFull, Infallible, TypeId, Layout, Duration, c_void, CStr,
    FpCategory, fmt::Alignment,
    IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6,

    LayoutError, TryFromSliceError, CharTryFromError, DecodeUtf16Error, ParseCharError,
    TryFromCharError, FromBytesUntilNulError, FromBytesWithNulError, fmt::Error, AddrParseError,
    IntErrorKind, ParseFloatError, ParseIntError, TryFromIntError, ParseBoolError, Utf8Error,
    TryFromFloatSecsError, GetDisjointMutError,

    NonZero<u8>, NonZero<u16>, NonZero<u32>, NonZero<u64>, NonZero<u128>, NonZero<usize>,
    NonZero<i8>, NonZero<i16>, NonZero<i32>, NonZero<i64>, NonZero<i128>, NonZero<isize>,
    NonZero<char>,

    atomic::Ordering,

    // `RawWaker` and `Waker` hold a raw pointer, but no lifetime: what it leads to must stay valid
    // for as long as any clone lives, which may be forever.
    RawWaker, RawWakerVTable, Waker,
}

// No `AtomicPtr`: it is a raw pointer, see there.
#[cfg(target_has_atomic = "8")]
leak_static! { atomic::AtomicBool, atomic::AtomicU8, atomic::AtomicI8 }
#[cfg(target_has_atomic = "16")]
leak_static! { atomic::AtomicU16, atomic::AtomicI16 }
#[cfg(target_has_atomic = "32")]
leak_static! { atomic::AtomicU32, atomic::AtomicI32 }
#[cfg(target_has_atomic = "64")]
leak_static! { atomic::AtomicU64, atomic::AtomicI64 }
#[cfg(target_has_atomic = "ptr")]
leak_static! { atomic::AtomicUsize, atomic::AtomicIsize }

leak_always! {
    // These name a type and hold no value of it.
    [T] future::Pending<T>;
    [H] BuildHasherDefault<H>;

    [] Context<'_>;
    [] Location<'_>;
    [] PanicInfo<'_>;
    [] PanicMessage<'_>;
    [] Utf8Chunk<'_>;
    [] fmt::Arguments<'_>;
    [] fmt::Formatter<'_>;
    [] fmt::DebugList<'_, '_>;
    [] fmt::DebugMap<'_, '_>;
    [] fmt::DebugSet<'_, '_>;
    [] fmt::DebugStruct<'_, '_>;
    [] fmt::DebugTuple<'_, '_>;
}
