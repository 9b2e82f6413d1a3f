//! `CapsuleSend` for the types of core, alloc and std.

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet, BinaryHeap, LinkedList, VecDeque};
use alloc::ffi::CString;
use alloc::string::String;
use alloc::sync::{Arc, Weak as ArcWeak};
use alloc::vec::Vec;
use core::cell::{Cell, OnceCell, RefCell, UnsafeCell};
use core::cmp::Reverse;
use core::marker::{PhantomData, PhantomPinned};
use core::mem::{ManuallyDrop, MaybeUninit};
use core::num::{NonZero, Saturating, Wrapping};
use core::ops::{Bound, ControlFlow, Deref, DerefMut, Range, RangeFrom, RangeInclusive};
use core::pin::Pin;
use core::task::Poll;

use crate::CapsuleSend;

/// What is [`Send`] and borrows nothing, as a part of a capsule.
///
/// Such a value could cross threads alone, whatever it is, so it may cross in a capsule. A type
/// can't be `CapsuleSend` just for being `Send` (see [there](trait@CapsuleSend)); the wrapper says that it is
/// meant. In a struct, `#[capsule(send)]` on the field does the same without a wrapper.
///
/// ```
/// use capsule::{Capsule, Plain};
/// use std::sync::mpsc::channel;
///
/// let (sender, receiver) = channel();
/// let mut capsule = Capsule::<Plain<_>>::new(|_| Plain(sender));
/// std::thread::spawn(move || capsule.with(|sender, _| sender.send(7)));
/// assert_eq!(receiver.recv(), Ok(7));
/// ```
///
/// Something of a region is not `'static`, so no wrapper that is `Send` for every content gets it in here:
///
/// ```compile_fail,E0308
/// use capsule::{Capsule, Plain, Rc, family};
/// use send_wrapper::SendWrapper;
///
/// let capsule: Capsule<family!(Plain<SendWrapper<Rc<'b, u32>>>)> =
///     Capsule::new(|b| Plain(SendWrapper::new(Rc::new(b, 1))));
/// std::thread::spawn(move || drop(capsule));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Plain<T>(pub T);

// SAFETY: 1. and 2. `T` is `Send`: the value can be given to another thread by itself. 3. `'static`.
unsafe impl<T: Send + 'static> CapsuleSend for Plain<T> {}

impl<T> Deref for Plain<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Plain<T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T> From<T> for Plain<T> {
    #[inline]
    fn from(value: T) -> Self {
        Self(value)
    }
}

/// Types that are `Send + 'static`, which is checked.
macro_rules! plain {
    ($($ty:ty),* $(,)?) => {$(
        const _: () = {
            const fn is_plain<T: ?Sized + Send + 'static>() {}
            is_plain::<$ty>();
        };
        // SAFETY: 1. and 2. It is `Send`: it can be given to another thread by itself. 3. `'static`.
        unsafe impl CapsuleSend for $ty {}
    )*};
}

plain! {
    (), bool, char, str,
    u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize, f32, f64,
    String, CString, core::ffi::CStr, PhantomPinned,
    core::any::TypeId, core::cmp::Ordering, core::convert::Infallible, core::fmt::Error,
    core::net::IpAddr, core::net::Ipv4Addr, core::net::Ipv6Addr, core::net::SocketAddr,
    core::ops::RangeFull, core::task::Waker, core::time::Duration,
}

#[cfg(target_has_atomic = "8")]
plain! {
    core::sync::atomic::AtomicBool, core::sync::atomic::AtomicI8, core::sync::atomic::AtomicU8,
}
#[cfg(target_has_atomic = "16")]
plain! { core::sync::atomic::AtomicI16, core::sync::atomic::AtomicU16 }
#[cfg(target_has_atomic = "32")]
plain! { core::sync::atomic::AtomicI32, core::sync::atomic::AtomicU32 }
#[cfg(target_has_atomic = "64")]
plain! { core::sync::atomic::AtomicI64, core::sync::atomic::AtomicU64 }
#[cfg(target_has_atomic = "ptr")]
plain! { core::sync::atomic::AtomicIsize, core::sync::atomic::AtomicUsize }

#[cfg(feature = "std")]
plain! {
    std::ffi::OsStr, std::ffi::OsString, std::fs::File, std::io::Error, std::net::TcpListener,
    std::net::TcpStream, std::net::UdpSocket, std::path::Path, std::path::PathBuf,
    std::thread::Thread, std::thread::ThreadId, std::time::Instant, std::time::SystemTime,
}

plain! {
    NonZero<u8>, NonZero<u16>, NonZero<u32>, NonZero<u64>, NonZero<u128>, NonZero<usize>,
    NonZero<i8>, NonZero<i16>, NonZero<i32>, NonZero<i64>, NonZero<i128>, NonZero<isize>,
    NonZero<char>,
}

// SAFETY: 1. to 3. An `Arc` that is `Send` and `'static`.
unsafe impl<T: ?Sized + Send + Sync + 'static> CapsuleSend for Arc<T> {}

// SAFETY: 1. to 3. As for `Arc`.
unsafe impl<T: ?Sized + Send + Sync + 'static> CapsuleSend for ArcWeak<T> {}

/// Types that own values of their parameters and nothing else, on the heap or in place. Those with
/// interior mutability aren't shared but by what they are in.
macro_rules! owners {
    ($($(#[$attr:meta])* [$($generics:tt)*] $ty:ty),* $(,)?) => {$(
        $(#[$attr])*
        // SAFETY: 1. to 3. The type owns values, which are `CapsuleSend`, and no more: what holds for
        // them holds for it. It knows no thread. (A lock whose guard is alive is borrowed, so it doesn't move;
        // if the guard was forgotten, nobody will unlock it.)
        unsafe impl<$($generics)*> CapsuleSend for $ty {}
    )*};
}

owners! {
    [T: ?Sized + CapsuleSend] Box<T>,
    [T: CapsuleSend] Vec<T>,
    [T: CapsuleSend] VecDeque<T>,
    [T: CapsuleSend] LinkedList<T>,
    [T: CapsuleSend] BinaryHeap<T>,
    [T: CapsuleSend] BTreeSet<T>,
    [K: CapsuleSend, V: CapsuleSend] BTreeMap<K, V>,
    [T: CapsuleSend] [T],
    [T: CapsuleSend, const N: usize] [T; N],
    [T: CapsuleSend] Option<T>,
    [T: CapsuleSend, E: CapsuleSend] Result<T, E>,
    [T: CapsuleSend] Poll<T>,
    [B: CapsuleSend, C: CapsuleSend] ControlFlow<B, C>,
    [T: CapsuleSend] Bound<T>,
    [T: CapsuleSend] Range<T>,
    [T: CapsuleSend] RangeFrom<T>,
    [T: CapsuleSend] RangeInclusive<T>,
    [T: CapsuleSend] Reverse<T>,
    [T: CapsuleSend] Wrapping<T>,
    [T: CapsuleSend] Saturating<T>,
    [T: CapsuleSend] Pin<T>,
    [T: ?Sized + CapsuleSend] Cell<T>,
    [T: ?Sized + CapsuleSend] RefCell<T>,
    [T: ?Sized + CapsuleSend] UnsafeCell<T>,
    [T: CapsuleSend] OnceCell<T>,
    [T: ?Sized + CapsuleSend] ManuallyDrop<T>,
    [T: CapsuleSend] MaybeUninit<T>,
    [T: ?Sized + CapsuleSend] PhantomData<T>,
    #[cfg(feature = "std")]
    [T: CapsuleSend, S: CapsuleSend] std::collections::HashSet<T, S>,
    #[cfg(feature = "std")]
    [K: CapsuleSend, V: CapsuleSend, S: CapsuleSend] std::collections::HashMap<K, V, S>,
    #[cfg(feature = "std")]
    [T: ?Sized + CapsuleSend] std::sync::Mutex<T>,
    #[cfg(feature = "std")]
    [T: ?Sized + CapsuleSend] std::sync::RwLock<T>,
    #[cfg(feature = "std")]
    [T: CapsuleSend] std::sync::OnceLock<T>,
    [A: CapsuleSend] (A,),
    [A: CapsuleSend, B: CapsuleSend] (A, B),
    [A: CapsuleSend, B: CapsuleSend, C: CapsuleSend] (A, B, C),
    [A: CapsuleSend, B: CapsuleSend, C: CapsuleSend, D: CapsuleSend] (A, B, C, D),
    [A: CapsuleSend, B: CapsuleSend, C: CapsuleSend, D: CapsuleSend, E: CapsuleSend] (A, B, C, D, E),
    [A: CapsuleSend, B: CapsuleSend, C: CapsuleSend, D: CapsuleSend, E: CapsuleSend,
     F: CapsuleSend] (A, B, C, D, E, F),
    [A: CapsuleSend, B: CapsuleSend, C: CapsuleSend, D: CapsuleSend, E: CapsuleSend,
     F: CapsuleSend, G: CapsuleSend] (A, B, C, D, E, F, G),
    [A: CapsuleSend, B: CapsuleSend, C: CapsuleSend, D: CapsuleSend, E: CapsuleSend,
     F: CapsuleSend, G: CapsuleSend, H: CapsuleSend] (A, B, C, D, E, F, G, H),
    [A: CapsuleSend, B: CapsuleSend, C: CapsuleSend, D: CapsuleSend, E: CapsuleSend,
     F: CapsuleSend, G: CapsuleSend, H: CapsuleSend, I: CapsuleSend] (A, B, C, D, E, F, G, H, I),
    [A: CapsuleSend, B: CapsuleSend, C: CapsuleSend, D: CapsuleSend, E: CapsuleSend,
     F: CapsuleSend, G: CapsuleSend, H: CapsuleSend, I: CapsuleSend,
     J: CapsuleSend] (A, B, C, D, E, F, G, H, I, J),
    [A: CapsuleSend, B: CapsuleSend, C: CapsuleSend, D: CapsuleSend, E: CapsuleSend,
     F: CapsuleSend, G: CapsuleSend, H: CapsuleSend, I: CapsuleSend,
     J: CapsuleSend, K: CapsuleSend] (A, B, C, D, E, F, G, H, I, J, K),
    [A: CapsuleSend, B: CapsuleSend, C: CapsuleSend, D: CapsuleSend, E: CapsuleSend,
     F: CapsuleSend, G: CapsuleSend, H: CapsuleSend, I: CapsuleSend,
     J: CapsuleSend, K: CapsuleSend, L: CapsuleSend] (A, B, C, D, E, F, G, H, I, J, K, L),
}

// SAFETY: 1. to 3. As the borrowed form isn't borrowed from anything but `'static`, as the bound says: it is
// `&'static B`, which is `Send` as `B` is `Sync`, or an owned value.
unsafe impl<B: ?Sized + ToOwned + Sync + 'static> CapsuleSend for Cow<'static, B> where
    B::Owned: CapsuleSend
{
}

// SAFETY: 1. to 3. The content is `CapsuleSend`. Whose token may be used, the brand says; the cell itself
// has only the content.
unsafe impl<T: ?Sized + CapsuleSend> CapsuleSend for ghost_cell::GhostCell<'_, T> {}

#[cfg(feature = "std")]
plain! { std::hash::RandomState }

/// Pointers to functions, which hold no data. (One that is for every lifetime of its arguments goes in as
/// `Plain`.)
macro_rules! functions {
    ($(($($A:ident)*))*) => {$(
        // SAFETY: 1. to 3. There is no data.
        unsafe impl<$($A,)* R> CapsuleSend for fn($($A),*) -> R {}
    )*};
}

functions! { () (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) }
