//! Values with nothing asynchronous about them: their glue drops them.

use crate::Leak;
use crate::async_drop::by_value::by_value;
use crate::async_drop::place::{Doomed, Pinning};
use crate::async_drop::{AsyncDestruct, noop};
use core::future::Future;
use core::marker::PhantomData;
use core::mem::{ManuallyDrop, MaybeUninit};

/// A value that is dropped, where an asynchronous destructor is asked for.
///
/// For generic code, and for values of types from elsewhere:
///
/// ```
/// use leak::async_drop::{AsyncDestruct, AsyncDrop, Plain, async_drop};
///
/// #[derive(AsyncDrop)]
/// struct Pool<T: AsyncDestruct> {
///     free: Vec<T>,
/// }
///
/// struct FromElsewhere;
///
/// let pool = Pool { free: vec![Plain(FromElsewhere)] };
/// smol::block_on(async_drop(pool));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Plain<T>(
    /// The value.
    pub T,
);

// SAFETY: 1. and 2. It is its field, and has no destructor of its own.
unsafe impl<T: Leak> Leak for Plain<T> {}

macro_rules! plain {
    ($($(@[$($generics:tt)*])? $ty:ty),* $(,)?) => {
        $(
            impl<$($($generics)*)?> AsyncDestruct for $ty {
                const __IS_PLAIN: bool = true;

                fn async_destruct(self) -> impl Future<Output = ()> + Send {
                    by_value(self)
                }

                fn __async_drop(self) -> impl Future<Output = ()> + Send {
                    by_value(self)
                }

                #[inline]
                fn __unsafe_glue<P: Pinning>(
                    place: Doomed<'_, Self, P>,
                ) -> impl Future<Output = ()> + Send {
                    // Glue is called when it is the value's turn.
                    drop(place);
                    noop()
                }
            }
        )*
    };
}

plain! {
    @[T: Send] Plain<T>,
    (), bool, char, u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize, f32, f64,
    @[T: ?Sized + Sync] &T,
    @[T: ?Sized + Send] &mut T,
    @[T: ?Sized + Send] PhantomData<T>,
    @[T: Send] ManuallyDrop<T>,
    @[T: Send] MaybeUninit<T>,
    @[R] fn() -> R,
    @[A, R] fn(A) -> R,
    @[A, B, R] fn(A, B) -> R,
    core::any::TypeId,
    core::cmp::Ordering,
    core::convert::Infallible,
    core::fmt::Error,
    core::marker::PhantomPinned,
    core::net::IpAddr, core::net::Ipv4Addr, core::net::Ipv6Addr,
    core::net::SocketAddr, core::net::SocketAddrV4, core::net::SocketAddrV6,
    core::num::NonZero<u8>, core::num::NonZero<u16>, core::num::NonZero<u32>, core::num::NonZero<u64>,
    core::num::NonZero<u128>, core::num::NonZero<usize>, core::num::NonZero<i8>, core::num::NonZero<i16>,
    core::num::NonZero<i32>, core::num::NonZero<i64>, core::num::NonZero<i128>, core::num::NonZero<isize>,
    core::num::ParseFloatError, core::num::ParseIntError, core::num::TryFromIntError,
    core::ops::RangeFull,
    core::str::Utf8Error,
    core::task::Waker,
    core::time::Duration,
    core::sync::atomic::AtomicBool,
    core::sync::atomic::AtomicU8, core::sync::atomic::AtomicU16, core::sync::atomic::AtomicU32,
    core::sync::atomic::AtomicUsize, core::sync::atomic::AtomicI8, core::sync::atomic::AtomicI16,
    core::sync::atomic::AtomicI32, core::sync::atomic::AtomicIsize,
}

#[cfg(target_has_atomic = "64")]
plain!(core::sync::atomic::AtomicU64, core::sync::atomic::AtomicI64);

#[cfg(feature = "alloc")]
plain! {
    alloc::string::String,
    alloc::string::FromUtf8Error,
    alloc::boxed::Box<str>,
    alloc::sync::Arc<str>,
    alloc::ffi::CString,
    @[T: ?Sized + Sync + Send] alloc::sync::Weak<T>,
    @['a, T: ?Sized + Sync + alloc::borrow::ToOwned<Owned: Send>] alloc::borrow::Cow<'a, T>,
}

#[cfg(feature = "std")]
plain! {
    std::ffi::OsString, std::path::PathBuf, alloc::boxed::Box<std::path::Path>,
    alloc::boxed::Box<std::ffi::OsStr>,
    std::collections::hash_map::RandomState,
    std::fs::File, std::fs::Metadata,
    std::io::Error, std::io::ErrorKind,
    std::net::TcpListener, std::net::TcpStream, std::net::UdpSocket,
    std::process::ExitStatus,
    std::sync::Condvar, std::sync::Barrier,
    std::thread::Thread, std::thread::ThreadId,
    std::time::Instant, std::time::SystemTime,
    alloc::boxed::Box<dyn core::error::Error + Send>,
    alloc::boxed::Box<dyn core::error::Error + Send + Sync>,
}
