//! `Send`, `Sync`, `Unpin`, `UnwindSafe` and `RefUnwindSafe` of the public types: those of std's
//! type that is wrapped, or of the content.
#![cfg(feature = "std")]

extern crate alloc;

use core::cell::Cell;
use core::marker::{PhantomData, PhantomPinned};
use core::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::MutexGuard;

use leak::{LeakFn, LeakFnMut, LeakFnOnce, Unleak};
use static_assertions::{assert_impl_all, assert_not_impl_any, const_assert_eq};

/// Whether `T` implements the auto trait of `dyn Trait`, as a constant.
struct Probe<T: ?Sized, Trait: ?Sized>(PhantomData<T>, PhantomData<Trait>);

/// The answer for types that lack the inherent constant.
trait Fallback {
    const YES: bool = false;
}

impl<T: ?Sized, Trait: ?Sized> Fallback for Probe<T, Trait> {}

macro_rules! probe {
    ($($Trait:ident)+) => {$(
        impl<T: ?Sized + $Trait> Probe<T, dyn $Trait> {
            const YES: bool = true;
        }
    )+};
}

probe! { Send Sync Unpin UnwindSafe RefUnwindSafe }

macro_rules! implements {
    ($T:ty: $Trait:ident) => {
        <Probe<$T, dyn $Trait>>::YES
    };
}

// The probe itself: it answers both ways.
const _: () = assert!(implements!(u8: Send) && !implements!(*const u8: Send));

/// Compares the two types for one content after the other.
macro_rules! same_markers {
    ($($Ours:path = $Std:path),+ $(,)?) => {$(
        const _: () = {
            use $Ours as Ours;
            use $Std as Theirs;
            same_markers!(@each
                u8,                      // all of them
                Cell<u8>,                // not Sync
                MutexGuard<'static, u8>, // not Send
                *const u8,               // neither
                PhantomPinned,           // not Unpin
                &'static mut u8          // not UnwindSafe
            );
        };
    )+};
    (@each $($Content:ty),+) => {$(
        same_markers!(@one $Content: Send, Sync, Unpin, UnwindSafe, RefUnwindSafe);
    )+};
    (@one $Content:ty: $($Trait:ident),+) => {$(
        const_assert_eq!(
            implements!(Ours<$Content>: $Trait),
            implements!(Theirs<$Content>: $Trait)
        );
    )+};
}

/// What a type of one parameter wraps, if nothing else.
type Content<T> = T;

same_markers! {
    Unleak = self::Content,
    leak::mem::ManuallyDrop = core::mem::ManuallyDrop,
    leak::mem::MaybeUninit = core::mem::MaybeUninit,
    leak::rc::Rc = alloc::rc::Rc,
    leak::rc::Weak = alloc::rc::Weak,
    leak::sync::Arc = alloc::sync::Arc,
    leak::sync::Weak = alloc::sync::Weak,
    leak::sync::mpsc::Sender = std::sync::mpsc::Sender,
    leak::sync::mpsc::SyncSender = std::sync::mpsc::SyncSender,
    leak::sync::mpsc::Receiver = std::sync::mpsc::Receiver,
    LeakFn = self::Content,
    LeakFnMut = self::Content,
    LeakFnOnce = self::Content,
}

// The most important rows once more, absolutely.
assert_impl_all!(leak::sync::Arc<u8>: Send, Sync, Unpin, UnwindSafe, RefUnwindSafe);
assert_not_impl_any!(leak::sync::Arc<Cell<u8>>: Send, Sync, UnwindSafe);
assert_not_impl_any!(leak::sync::Arc<MutexGuard<'static, u8>>: Send, Sync);
assert_not_impl_any!(leak::rc::Rc<u8>: Send, Sync);
assert_not_impl_any!(leak::rc::Weak<u8>: Send, Sync);
assert_impl_all!(leak::rc::Rc<PhantomPinned>: Unpin);
assert_not_impl_any!(Unleak<PhantomPinned>: Unpin);
assert_impl_all!(leak::sync::mpsc::Receiver<Cell<u8>>: Send);
assert_not_impl_any!(leak::sync::mpsc::Receiver<u8>: Sync);
assert_not_impl_any!(leak::sync::mpsc::Sender<*const u8>: Send, Sync);

// The arguments and the result of a `fn` pointer don't matter.
assert_impl_all!(
    LeakFn<u8, *const PhantomPinned, Cell<u8>>: Send, Sync, Unpin, UnwindSafe, RefUnwindSafe
);
