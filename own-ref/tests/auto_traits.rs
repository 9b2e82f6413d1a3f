//! Auto traits and variance of every public type, pinned.

#[path = "expanded/my_strings.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    missing_docs,
    missing_debug_implementations,
    clippy::must_use_candidate,
    clippy::type_complexity,
    reason = "a derive's expansion; each test uses a part of it"
)]
mod my_strings;

use core::cell::{Cell, UnsafeCell};
use core::marker::PhantomPinned;
use core::panic::{RefUnwindSafe, UnwindSafe};
use my_strings::{MyStrings, MyStringsPart};
use own_ref::boxed::BoxHole;
use own_ref::part::{In, PinnedIn};
use own_ref::states::{Next, State, Vacant};
use own_ref::{
    Absent, Dropping, Filling, Hole, Items, Own, OwnDrop, PinSlot, Present, Slot, Tracked,
};
use static_assertions::{assert_impl_all as yes, assert_not_impl_any as no};

/// `Send`, not `Sync`.
type SendOnly = Cell<u8>;
/// `Sync`, not `Send`.
type SyncOnly = std::sync::MutexGuard<'static, u8>;
/// Neither.
type Neither = *const u8;

macro_rules! as_its_content {
    ($($pointer:ident<$life:lifetime>),* ; $($place:ident),*) => {
        $(
            yes!($pointer<$life, u8>: Send, Sync, Unpin, UnwindSafe, RefUnwindSafe);
            yes!($pointer<$life, SendOnly>: Send, Unpin, UnwindSafe);
            no!($pointer<$life, SendOnly>: Sync);
            yes!($pointer<$life, SyncOnly>: Sync, Unpin);
            no!($pointer<$life, SyncOnly>: Send);
            no!($pointer<$life, Neither>: Send, Sync);
            yes!($pointer<$life, PhantomPinned>: Unpin);
            no!($pointer<$life, u8>: Clone, Copy);
        )*
        $(
            yes!($place<u8>: Send, Sync, UnwindSafe, RefUnwindSafe);
            yes!($place<SendOnly>: Send);
            no!($place<SendOnly>: Sync);
            yes!($place<SyncOnly>: Sync);
            no!($place<SyncOnly>: Send);
            no!($place<Neither>: Send, Sync);
        )*
    };
}

as_its_content!(Own<'static>, Hole<'static>, Filling<'static>, Items<'static>, Tracked<'static>; Slot, PinSlot, BoxHole);

no!(Own<'static, UnsafeCell<u8>>: RefUnwindSafe);
no!(Own<'static, &'static mut u8>: UnwindSafe);
yes!(Own<'static, dyn Send>: Send, Unpin);
no!(Own<'static, dyn Send>: Sync);
yes!(Slot<PhantomPinned>: Unpin);
no!(PinSlot<u8>: Unpin);

type Part<T> = MyStringsPart<'static, T, Present, Absent>;
yes!(Part<u8>: Send, Sync, Unpin, UnwindSafe, RefUnwindSafe);
no!(Part<&'static mut u8>: UnwindSafe);
yes!(Part<SendOnly>: Send);
no!(Part<SendOnly>: Sync);
no!(Part<SyncOnly>: Send);
no!(Part<Neither>: Send, Sync);
yes!(Part<PhantomPinned>: Unpin);
yes!(State<'static, u8, In<'static, u8>>: Send, Sync, Unpin, UnwindSafe);
yes!(State<'static, PhantomPinned, PinnedIn<'static, u8>>: Unpin);
no!(State<'static, Neither, In<'static, u8>>: Send, Sync);
no!(State<'static, u8, PinnedIn<'static, u8>>: Send, Sync);
yes!(Vacant<'static, u8, In<'static, u8>>: Send, Sync);
no!(Vacant<'static, Neither, In<'static, u8>>: Send, Sync);
no!(Next<'static, u8, In<'static, u8>>: Send, Sync);

struct Pinned(PhantomPinned);
impl OwnDrop for Pinned {
    fn drop(_: Own<'_, Self>) {}
}
struct Local(#[expect(dead_code, reason = "for its type")] Neither);
impl OwnDrop for Local {
    fn drop(_: Own<'_, Self>) {}
}
yes!(Dropping<Pinned>: Send, Sync, Unpin, UnwindSafe, RefUnwindSafe);
no!(Dropping<Local>: Send, Sync);

/// Covariant in the lifetime and in the value: the memory never drops it, nor looks at it.
#[expect(dead_code, reason = "compiling is the test")]
mod covariant {
    use super::*;

    fn own<'short, 'long: 'short>(own: Own<'long, &'long str>) -> Own<'short, &'short str> {
        own
    }
    fn hole<'short, 'long: 'short>(hole: Hole<'long, &'long str>) -> Hole<'short, &'short str> {
        hole
    }
    fn filling<'short, 'long: 'short>(
        f: Filling<'long, &'long str>,
    ) -> Filling<'short, &'short str> {
        f
    }
    fn items<'short, 'long: 'short>(f: Items<'long, &'long str>) -> Items<'short, &'short str> {
        f
    }
    fn slot<'short, 'long: 'short>(slot: Slot<&'long str>) -> Slot<&'short str> {
        slot
    }
    fn part<'short, 'long: 'short>(
        part: MyStringsPart<'long, &'long str, Present, Absent>,
    ) -> MyStringsPart<'short, &'short str, Present, Absent> {
        part
    }
    fn tracked<'short, 'long: 'short, T>(tracked: Tracked<'long, T>) -> Tracked<'short, T> {
        tracked
    }
    fn strings<'short, 'long: 'short>(
        own: Own<'long, MyStrings<&'long str>>,
    ) -> Own<'short, MyStrings<&'short str>> {
        own
    }
}
