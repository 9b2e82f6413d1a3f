//! The table of which types are `Leak`, pinned. It holds on stable and, with the feature `nightly`,
//! on nightly. There a type can be `Leak` by its fields, so "is not" is only asserted where it has
//! a reason.
#![cfg(feature = "std")]

extern crate alloc;

use alloc::borrow::Cow;
use alloc::collections::{
    BTreeMap, BTreeSet, BinaryHeap, LinkedList, VecDeque, binary_heap, btree_map, btree_set,
    linked_list, vec_deque,
};
use alloc::{rc, string, vec};
use core::any::Any;
use core::cell::{Cell, LazyCell, OnceCell, Ref, RefCell, RefMut, UnsafeCell};
use core::cmp::Reverse;
use core::error::Error;
use core::hash::BuildHasherDefault;
use core::marker::PhantomData;
use core::mem::{ManuallyDrop, MaybeUninit};
use core::num::{NonZero, Saturating, Wrapping};
use core::ops::{Bound, ControlFlow, Range, RangeFrom, RangeInclusive, RangeTo, RangeToInclusive};
use core::panic::AssertUnwindSafe;
use core::pin::Pin;
use core::ptr::NonNull;
use core::sync::atomic::{AtomicPtr, AtomicUsize};
use core::task::{Context, Poll, RawWaker, Waker};
use core::{array, fmt, future, iter, option, range, result, slice, str};
use std::collections::{HashMap, HashSet, hash_map, hash_set};
use std::sync::{Mutex, MutexGuard, OnceLock, RwLock, mpsc};
use std::{io, sync, thread};

use leak::{Leak, LeakFn, LeakFnMut, LeakFnOnce, Unleak};
use static_assertions::{assert_impl_all, assert_not_impl_any};

/// Not `Leak` on either compiler: it holds a raw pointer, and there is no impl.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct No(*const ());

/// `Leak` for `'static` only, as a guard is.
#[expect(dead_code, reason = "only its type is used")]
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl Leak for Guard<'_> where Self: 'static {}

assert_impl_all!(Guard<'static>: Leak);
assert_not_impl_any!(No: Leak);

/// `Leak` if, and only if, the parameter is.
macro_rules! if_content_is {
    ($($T:path),+ $(,)?) => {$(
        const _: () = {
            use $T as Probed;
            assert_impl_all!(Probed<u8>: Leak);
            assert_not_impl_any!(Probed<No>: Leak);
        };
    )+};
}

/// `Leak` if, and only if, both parameters are.
macro_rules! if_both_are {
    ($($T:path),+ $(,)?) => {$(
        const _: () = {
            use $T as Probed;
            assert_impl_all!(Probed<u8, u8>: Leak);
            assert_not_impl_any!(Probed<No, u8>: Leak);
            assert_not_impl_any!(Probed<u8, No>: Leak);
        };
    )+};
}

/// Borrows, and is `Leak` if, and only if, the parameter is.
macro_rules! if_elements_are {
    ($($T:path),+ $(,)?) => {$(
        const _: () = {
            use $T as Probed;
            assert_impl_all!(Probed<'static, u8>: Leak);
            assert_not_impl_any!(Probed<'static, No>: Leak);
        };
    )+};
}

/// Borrows, and is `Leak` whatever the parameter.
macro_rules! always {
    ($($T:path),+ $(,)?) => {$(
        const _: () = {
            use $T as Probed;
            assert_impl_all!(Probed<'static, No>: Leak);
        };
    )+};
}

// Primitive types.
assert_impl_all!(bool: Leak);
assert_impl_all!(char: Leak);
assert_impl_all!(u128: Leak);
assert_impl_all!(isize: Leak);
assert_impl_all!(f64: Leak);
assert_impl_all!(str: Leak);
assert_impl_all!((): Leak);

// References own nothing. Raw pointers may.
assert_impl_all!(&No: Leak);
assert_impl_all!(&mut No: Leak);
assert_impl_all!(&[No]: Leak);
assert_impl_all!(&dyn fmt::Debug: Leak);
assert_not_impl_any!(*const u8: Leak);
assert_not_impl_any!(*mut u8: Leak);
assert_not_impl_any!(*const [u8]: Leak);
assert_not_impl_any!(*const dyn fmt::Debug: Leak);
assert_not_impl_any!(NonNull<u8>: Leak);
assert_not_impl_any!(AtomicPtr<u8>: Leak);

// `fn` pointers.
assert_impl_all!(fn() -> No: Leak);
assert_impl_all!(fn(No) -> No: Leak);
assert_impl_all!(fn(&'static No) -> No: Leak);
assert_impl_all!(unsafe fn(No) -> No: Leak);
assert_impl_all!(extern "C" fn(No) -> No: Leak);
assert_impl_all!(unsafe extern "C" fn(No) -> No: Leak);
assert_impl_all!(extern "system" fn(No) -> No: Leak);
assert_impl_all!(unsafe extern "system" fn(No) -> No: Leak);
assert_impl_all!(fn(No, No, No, No, No, No, No, No, No, No, No, No) -> No: Leak);
#[cfg(feature = "nightly")]
assert_impl_all!(fn(&str) -> &str: Leak);

// Tuples, arrays, slices.
assert_impl_all!((u8,): Leak);
assert_impl_all!((u8, u8): Leak);
assert_not_impl_any!((No, u8): Leak);
assert_not_impl_any!((u8, No): Leak);
assert_impl_all!((u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8): Leak);
assert_not_impl_any!((u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, No): Leak);
assert_impl_all!([u8; 3]: Leak);
assert_impl_all!([u8]: Leak);
assert_not_impl_any!([No; 3]: Leak);
assert_not_impl_any!([No]: Leak);

// Values, cells, wrappers.
if_content_is! {
    Option, Poll, Bound, Range, RangeFrom, RangeInclusive, RangeTo, RangeToInclusive,
    range::RangeInclusive, range::RangeInclusiveIter,
    Cell, RefCell, OnceCell, PhantomData, Wrapping, Saturating, Reverse,
    AssertUnwindSafe, Pin, ManuallyDrop, MaybeUninit,
    future::Ready, future::PollFn, fmt::FromFn,
}
if_both_are! { Result, ControlFlow, LazyCell }
always! { Ref, RefMut }
assert_impl_all!(UnsafeCell<u8>: Leak);
assert_not_impl_any!(UnsafeCell<No>: Leak);
assert_impl_all!(PhantomData<str>: Leak);
assert_impl_all!(PhantomData<&'static No>: Leak);
assert_impl_all!(Pin<&mut No>: Leak);
assert_impl_all!(LazyCell<u8>: Leak);
assert_impl_all!(core::mem::Discriminant<No>: Leak);
assert_impl_all!(core::marker::PhantomPinned: Leak);
assert_impl_all!(core::convert::Infallible: Leak);
assert_impl_all!(core::time::Duration: Leak);
assert_impl_all!(core::any::TypeId: Leak);
assert_impl_all!(core::alloc::Layout: Leak);
assert_impl_all!(core::panic::Location<'_>: Leak);
assert_impl_all!(core::net::SocketAddr: Leak);
assert_impl_all!(NonZero<u64>: Leak);
assert_impl_all!(AtomicUsize: Leak);
assert_impl_all!(Waker: Leak);
assert_impl_all!(RawWaker: Leak);
assert_impl_all!(Context<'_>: Leak);
assert_impl_all!(fmt::Formatter<'_>: Leak);
assert_impl_all!(fmt::Arguments<'_>: Leak);
assert_impl_all!(future::Pending<No>: Leak);
assert_impl_all!(BuildHasherDefault<No>: Leak);

// Iterators.
if_content_is! {
    option::IntoIter, result::IntoIter, vec::IntoIter,
    iter::Cloned, iter::Copied, iter::Cycle, iter::Enumerate, iter::FromFn, iter::Fuse, iter::Once,
    iter::OnceWith, iter::Repeat, iter::RepeatN, iter::RepeatWith, iter::Rev, iter::Skip,
    iter::StepBy, iter::Take,
}
if_both_are! {
    iter::Chain, iter::Filter, iter::FilterMap, iter::Inspect, iter::Map, iter::MapWhile,
    iter::SkipWhile, iter::Successors, iter::TakeWhile, iter::Zip,
}
always! {
    option::Iter, option::IterMut, result::Iter, result::IterMut, slice::Iter, slice::IterMut,
    slice::Windows, slice::Chunks, slice::ChunksMut, slice::ChunksExact, slice::ChunksExactMut,
    slice::RChunks, slice::RChunksMut, slice::RChunksExact, slice::RChunksExactMut,
}
assert_impl_all!(array::IntoIter<u8, 3>: Leak);
assert_not_impl_any!(array::IntoIter<No, 3>: Leak);
assert_impl_all!(slice::ArrayWindows<'_, No, 3>: Leak);
assert_impl_all!(iter::Scan<u8, u8, u8>: Leak);
assert_not_impl_any!(iter::Scan<u8, No, u8>: Leak);
assert_impl_all!(iter::Empty<No>: Leak);
assert_impl_all!(str::Chars<'_>: Leak);
assert_impl_all!(str::Split<'_, char>: Leak);
assert_impl_all!(str::Split<'_, &str>: Leak);
assert_impl_all!(str::MatchIndices<'_, [char; 2]>: Leak);

// An iterator that is `Leak`, with items that are not. What can own an item isn't `Leak` either.
type Source<T> = iter::FromFn<fn() -> Option<T>>;
assert_impl_all!(Source<No>: Leak);
assert_impl_all!(iter::Peekable<Source<u8>>: Leak);
assert_not_impl_any!(iter::Peekable<Source<No>>: Leak);
assert_impl_all!(iter::Flatten<Source<Option<u8>>>: Leak);
assert_not_impl_any!(iter::Flatten<Source<Option<No>>>: Leak);
assert_impl_all!(iter::FlatMap<Source<No>, Option<u8>, fn(No) -> Option<u8>>: Leak);
assert_not_impl_any!(iter::FlatMap<Source<u8>, Option<No>, fn(u8) -> Option<No>>: Leak);
assert_not_impl_any!(iter::FlatMap<No, Option<u8>, u8>: Leak);
assert_not_impl_any!(iter::FlatMap<u8, Option<u8>, No>: Leak);

// The heap.
if_content_is! { Box, Vec, rc::Rc, rc::Weak, alloc::sync::Arc, alloc::sync::Weak }
assert_impl_all!(Box<str>: Leak);
assert_impl_all!(rc::Rc<[u8]>: Leak);
assert_impl_all!(Cow<'_, str>: Leak);
assert_impl_all!(Cow<'_, [u8]>: Leak);
assert_not_impl_any!(Cow<'_, [No]>: Leak);
assert_impl_all!(String: Leak);
assert_impl_all!(string::Drain<'_>: Leak);
assert_impl_all!(alloc::ffi::CString: Leak);
assert_impl_all!(std::ffi::OsString: Leak);
assert_impl_all!(std::path::PathBuf: Leak);
assert_impl_all!(Box<std::path::Path>: Leak);

// Collections.
if_content_is! {
    BTreeSet, BinaryHeap, LinkedList, VecDeque, HashSet,
    btree_set::IntoIter, binary_heap::IntoIter, linked_list::IntoIter, vec_deque::IntoIter,
    hash_set::IntoIter,
}
if_both_are! {
    BTreeMap, HashMap, HashSet,
    btree_map::IntoIter, btree_map::IntoKeys, btree_map::IntoValues,
    hash_map::IntoIter, hash_map::IntoKeys, hash_map::IntoValues,
}
assert_not_impl_any!(HashMap<u8, u8, No>: Leak);
always! {
    btree_set::Iter, btree_set::Range, btree_set::Difference, btree_set::Intersection,
    btree_set::SymmetricDifference, btree_set::Union, binary_heap::Iter, linked_list::Iter,
    linked_list::IterMut, vec_deque::Iter, vec_deque::IterMut, hash_set::Iter,
}
assert_impl_all!(hash_set::Union<'_, No, No>: Leak);
assert_impl_all!(btree_map::Iter<'_, No, No>: Leak);
assert_impl_all!(btree_map::IterMut<'_, No, No>: Leak);
assert_impl_all!(btree_map::Range<'_, No, No>: Leak);
assert_impl_all!(btree_map::RangeMut<'_, No, No>: Leak);
assert_impl_all!(btree_map::ValuesMut<'_, No, No>: Leak);
assert_impl_all!(hash_map::Iter<'_, No, No>: Leak);
assert_impl_all!(hash_map::IterMut<'_, No, No>: Leak);
assert_impl_all!(hash_map::Keys<'_, No, No>: Leak);

// Leak amplification: these borrow, and yet forget elements when they are forgotten.
if_elements_are! {
    vec::Drain, vec_deque::Drain, binary_heap::Drain, hash_set::Drain, binary_heap::PeekMut,
}
assert_impl_all!(hash_map::Drain<'_, u8, u8>: Leak);
assert_not_impl_any!(hash_map::Drain<'_, No, u8>: Leak);
assert_not_impl_any!(hash_map::Drain<'_, u8, No>: Leak);
assert_impl_all!(vec::Splice<'_, Source<u8>>: Leak);
assert_not_impl_any!(vec::Splice<'_, Source<No>>: Leak);
assert_not_impl_any!(vec::Splice<'_, iter::Take<iter::Repeat<No>>>: Leak);
assert_impl_all!(vec::ExtractIf<'_, u8, u8>: Leak);
assert_not_impl_any!(vec::ExtractIf<'_, No, u8>: Leak);
assert_not_impl_any!(vec::ExtractIf<'_, u8, No>: Leak);
assert_not_impl_any!(linked_list::ExtractIf<'_, No, u8>: Leak);
assert_not_impl_any!(hash_set::ExtractIf<'_, No, u8>: Leak);
assert_not_impl_any!(hash_map::ExtractIf<'_, u8, No, u8>: Leak);
assert_not_impl_any!(btree_map::ExtractIf<'_, No, u8, u8, u8>: Leak);
assert_not_impl_any!(btree_set::ExtractIf<'_, No, u8, u8>: Leak);

// An entry owns its key.
assert_impl_all!(btree_map::Entry<'_, u8, No>: Leak);
assert_not_impl_any!(btree_map::Entry<'_, No, u8>: Leak);
assert_not_impl_any!(btree_map::VacantEntry<'_, No, u8>: Leak);
assert_impl_all!(hash_map::Entry<'_, u8, No>: Leak);
assert_not_impl_any!(hash_map::Entry<'_, No, u8>: Leak);
assert_not_impl_any!(hash_map::VacantEntry<'_, No, u8>: Leak);

// Locks. Their guards can be forgotten.
if_content_is! { Mutex, RwLock, OnceLock, sync::PoisonError, sync::TryLockError }
if_both_are! { sync::LazyLock }
always! { MutexGuard, sync::RwLockReadGuard, sync::RwLockWriteGuard }
assert_impl_all!(sync::LockResult<MutexGuard<'_, No>>: Leak);
assert_impl_all!(sync::Once: Leak);
assert_impl_all!(sync::Barrier: Leak);
assert_impl_all!(sync::Condvar: Leak);

// Channels and threads.
if_content_is! {
    mpsc::Sender, mpsc::SyncSender, mpsc::Receiver, mpsc::IntoIter, mpsc::SendError,
    mpsc::TrySendError,
}
always! { mpsc::Iter, mpsc::TryIter }
if_elements_are! { thread::ScopedJoinHandle }
assert_impl_all!(thread::JoinHandle<No>: Leak);
assert_impl_all!(thread::LocalKey<No>: Leak);
assert_impl_all!(thread::Thread: Leak);
assert_impl_all!(thread::ThreadId: Leak);
assert_impl_all!(thread::Result<u8>: Leak);
assert_not_impl_any!(thread::Result<No>: Leak);

// The system.
if_content_is! { io::BufReader, io::Cursor, io::Bytes, io::Lines, io::Split, io::Take }
if_both_are! { io::Chain }
assert_impl_all!(io::BufWriter<std::fs::File>: Leak);
assert_impl_all!(io::LineWriter<std::net::TcpStream>: Leak);
assert_impl_all!(io::BufWriter<io::Cursor<&mut Vec<u8>>>: Leak);
assert_impl_all!(io::Error: Leak);
assert_impl_all!(io::Stdin: Leak);
assert_impl_all!(io::StdoutLock<'_>: Leak);
assert_impl_all!(std::process::Child: Leak);
assert_impl_all!(std::time::Instant: Leak);
assert_impl_all!(std::backtrace::Backtrace: Leak);
#[cfg(unix)]
assert_impl_all!(std::os::fd::OwnedFd: Leak);

// Trait objects: std's own, behind a pointer, and those with `Leak` as a supertrait.
trait Forgettable: Leak {}
assert_impl_all!(dyn Forgettable: Leak);
assert_impl_all!(Box<dyn Forgettable>: Leak);
assert_impl_all!(Box<dyn Any>: Leak);
assert_impl_all!(Box<dyn Any + Send>: Leak);
assert_impl_all!(Box<dyn Any + Send + Sync>: Leak);
assert_impl_all!(Box<dyn Error>: Leak);
assert_impl_all!(Box<dyn Error + Send + Sync>: Leak);
assert_impl_all!(alloc::sync::Arc<dyn Any + Send + Sync>: Leak);
assert_not_impl_any!(Box<dyn fmt::Debug>: Leak);
assert_not_impl_any!(Box<dyn Fn()>: Leak);
assert_impl_all!(Unleak<Box<dyn Fn()>>: Leak);
assert_impl_all!(Box<Unleak<dyn Fn()>>: Leak);

// This crate's own.
assert_impl_all!(Unleak<No>: Leak);
assert_impl_all!(Unleak<*const str>: Leak);
assert_impl_all!(leak::mem::ManuallyDrop<No>: Leak);
assert_impl_all!(leak::mem::ManuallyDrop<[No]>: Leak);
assert_impl_all!(leak::mem::MaybeUninit<No>: Leak);
if_content_is! {
    leak::rc::Rc, leak::rc::Weak, leak::sync::Arc, leak::sync::Weak, leak::sync::mpsc::Sender,
    leak::sync::mpsc::SyncSender, leak::sync::mpsc::Receiver, LeakFn, LeakFnMut, LeakFnOnce,
}
assert_impl_all!(leak::rc::Rc<dyn Any>: Leak);
assert_impl_all!(leak::sync::Arc<dyn Any + Send + Sync>: Leak);
assert_not_impl_any!(leak::rc::Rc<dyn fmt::Debug>: Leak);
assert_impl_all!(LeakFn<u8, No, No>: Leak);
