//! Auto traits and variance of the places, pinned.

use core::cell::Cell;
use core::panic::{RefUnwindSafe, UnwindSafe};
use leak::thread::{self, Anchor, Builder, SendJoinGuard};
use leak::{Held, JoinGuard, Leak, LocalHeld, LocalScope, PinScope, Scope};
use static_assertions::{assert_impl_all as yes, assert_not_impl_any as no};
use std::rc::Rc;

/// `Send`, not `Sync`.
type SendOnly = Cell<u8>;
/// Neither.
type Neither = Rc<u8>;
/// `Sync`, not `Send`.
type SyncOnly = std::sync::MutexGuard<'static, u8>;

yes!(Scope<'static, 'static>: Send, Sync, Unpin, RefUnwindSafe, Leak);
yes!(Held<'static, u8>: Send, Sync, Unpin, UnwindSafe, RefUnwindSafe, Leak);
yes!(Held<'static, SendOnly>: Send, Unpin, Leak);
no!(Held<'static, SendOnly>: Sync);
yes!(Held<'static, SyncOnly>: Sync, Leak);
no!(Held<'static, SyncOnly>: Send);
no!(Held<'static, Neither>: Send, Sync);
yes!(Held<'static, *const u8>: Leak);

yes!(JoinGuard<'static, u8>: Send, Sync, Unpin, UnwindSafe, RefUnwindSafe, Leak);
yes!(JoinGuard<'static, SendOnly>: Send, Sync, Leak);
yes!(JoinGuard<'static, Neither>: Sync, Leak);
no!(JoinGuard<'static, Neither>: Send);

yes!(LocalScope<'static, 'static>: Unpin, Leak);
no!(LocalScope<'static, 'static>: Sync, Send);
yes!(LocalHeld<'static, u8>: Unpin, Leak);
no!(LocalHeld<'static, u8>: Send, Sync);

yes!(PinScope<u8>: Send, Sync, UnwindSafe, RefUnwindSafe, Leak);
no!(PinScope<u8>: Unpin);
yes!(PinScope<SendOnly>: Send);
no!(PinScope<SendOnly>: Sync);
no!(PinScope<Neither>: Send, Sync);

yes!(thread::JoinGuard<'static, u8>: Send, Sync, Unpin, UnwindSafe, Leak);
no!(thread::JoinGuard<'static, Neither>: Send);
yes!(thread::JoinGuard<'static, Neither>: Sync);
yes!(SendJoinGuard<'static, u8>: Send, Sync, Unpin, UnwindSafe, Leak);
no!(SendJoinGuard<'static, Neither>: Send);
yes!(Anchor<'static>: Send, Sync, Unpin, RefUnwindSafe);
yes!(Builder: Send, Sync, Unpin);

/// What gives something out is covariant in it; the guards of threads are invariant in the result,
/// as std's are. (That `Scope` is invariant is pinned by ui tests.)
#[test]
fn covariant() {
    fn held<'short>(x: Held<'static, &'static str>) -> Held<'short, &'short str> {
        x
    }
    fn local_held<'short>(x: LocalHeld<'static, &'static str>) -> LocalHeld<'short, &'short str> {
        x
    }
    fn join<'short>(x: JoinGuard<'static, &'static str>) -> JoinGuard<'short, &'static str> {
        x
    }
    fn by_value<'short>(
        x: thread::JoinGuard<'static, &'static str>,
    ) -> thread::JoinGuard<'short, &'static str> {
        x
    }
    fn sendable<'short>(
        x: SendJoinGuard<'static, &'static str>,
    ) -> SendJoinGuard<'short, &'static str> {
        x
    }
    let guard = by_value(thread::spawn(|| "text"));
    assert_eq!(guard.join().ok(), Some("text"));
    _ = (held, local_held, join, sendable);
}

/// Handles are one or two words, so storing them costs what storing a reference does.
#[test]
fn sizes() {
    use core::mem::size_of;
    assert_eq!(size_of::<Held<'_, String>>(), 2 * size_of::<usize>());
    assert_eq!(
        size_of::<Option<LocalHeld<'_, String>>>(),
        2 * size_of::<usize>()
    );
    assert_eq!(
        size_of::<Option<JoinGuard<'_, String>>>(),
        2 * size_of::<usize>()
    );
    assert_eq!(size_of::<Scope<'_, '_>>(), size_of::<usize>());
}
