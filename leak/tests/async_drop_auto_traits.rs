//! Auto traits and variance of the public types of `async_drop`, pinned.

use core::cell::Cell;
use core::future::{Future, Ready};
use core::marker::PhantomPinned;
use core::panic::{RefUnwindSafe, UnwindSafe};
use leak::Leak;
use leak::async_drop::{
    AsyncDropBoxed, AsyncScope, AwaitGuard, Chain, Defer, DropRest, Either, Fuse, GuardedTask,
    HandOver, Held, JoinError, Linear, Noop, Plain, PollDestruct, PollDrop, Unwinding, poll_drop,
};
use static_assertions::{assert_impl_all as yes, assert_not_impl_any as no};
use std::rc::Rc;

/// `Send`, not `Sync`.
type SendOnly = Cell<u8>;
/// Neither.
type Neither = Rc<u8>;
/// `Sync`, not `Send`.
type SyncOnly = std::sync::MutexGuard<'static, u8>;
type Pinned = PhantomPinned;

yes!(Plain<u8>: Send, Sync, Unpin, UnwindSafe, RefUnwindSafe, Leak, Copy);
no!(Plain<Neither>: Send, Sync);
no!(Plain<Pinned>: Unpin);
yes!(Linear<u8>: Send, Sync, Unpin, UnwindSafe, RefUnwindSafe, Leak);
no!(Linear<Neither>: Send, Sync);
no!(Linear<u8>: Clone, Copy, Default);

yes!(Noop: Send, Sync, Unpin, Leak);
yes!(Fuse<Ready<()>>: Send, Sync, Unpin);
no!(Fuse<Neither>: Send, Sync);
no!(Fuse<Pinned>: Unpin);
yes!(Fuse<u8>: Leak);
yes!(Chain<u8, u8>: Send, Sync, Unpin, Leak);
no!(Chain<u8, Neither>: Send, Sync);
no!(Chain<Neither, u8>: Send, Sync);
no!(Chain<u8, Pinned>: Unpin);
no!(Chain<Pinned, u8>: Unpin);
yes!(Either<u8, u8>: Send, Sync, Unpin, Leak);
no!(Either<u8, Pinned>: Unpin);
no!(Either<Pinned, u8>: Unpin);
no!(Either<u8, Neither>: Send, Sync);
yes!(Defer<u8, u8>: Send, Sync, Unpin, Leak);
yes!(Defer<Pinned, u8>: Unpin);
no!(Defer<u8, Pinned>: Unpin);
no!(Defer<Neither, u8>: Send, Sync);

yes!(PollDrop<u8, u8>: Send, Sync);
no!(PollDrop<u8, u8>: Unpin);
yes!(PollDrop<SendOnly, u8>: Send);
no!(PollDrop<SendOnly, u8>: Sync);
yes!(PollDrop<SyncOnly, u8>: Sync);
no!(PollDrop<SyncOnly, u8>: Send);
no!(PollDrop<u8, Neither>: Send, Sync);
yes!(AsyncDropBoxed<dyn PollDestruct + Send>: Send, Unpin);
no!(AsyncDropBoxed<dyn PollDestruct>: Send, Sync);

yes!(AsyncScope<'static>: Send, Sync);
yes!(AsyncScope<'static, HandOver<SendOnly>>: Send, Sync);
no!(AsyncScope<'static, HandOver<Neither>>: Send, Sync);
yes!(Held<'static, 'static, u8>: Send, Sync, Unpin, Leak);
yes!(Held<'static, 'static, SendOnly>: Send);
no!(Held<'static, 'static, SendOnly>: Sync);
yes!(Held<'static, 'static, SyncOnly>: Sync);
no!(Held<'static, 'static, SyncOnly>: Send);
no!(Held<'static, 'static, u8>: UnwindSafe, Clone);
yes!(Held<'static, 'static, *const u8>: Leak);
yes!(Unwinding<'static>: Send, Unpin);
yes!(DropRest: Send, Sync, Unpin, Leak, Copy);
yes!(HandOver<u8>: Send, Sync, Unpin, Leak);

yes!(AwaitGuard<u8>: Send, Sync, Unpin, UnwindSafe, RefUnwindSafe, Leak);
yes!(AwaitGuard<SendOnly>: Send, Sync);
no!(AwaitGuard<Neither>: Send, Sync);
yes!(GuardedTask<Ready<u8>>: Send, Unpin);
no!(GuardedTask<Ready<Neither>>: Send, Sync);
yes!(JoinError: Send, Unpin, core::error::Error);

/// What owns a value is covariant in it. What gives it out to be changed is not: `Held` is pinned by a ui test.
#[test]
fn covariant() {
    fn plain<'short>(x: Plain<&'static str>) -> Plain<&'short str> {
        x
    }
    fn linear<'short>(x: Linear<&'static str>) -> Linear<&'short str> {
        x
    }
    fn fuse<'short>(x: Fuse<Ready<&'static str>>) -> Fuse<Ready<&'short str>> {
        x
    }
    fn held<'short>(x: Held<'static, 'static, u8>) -> Held<'short, 'static, u8> {
        x
    }
    let _: fn(_) -> _ = plain;
    let _: fn(_) -> _ = linear;
    let _: fn(_) -> _ = fuse;
    let _: fn(_) -> _ = held;
}

/// The destructor of a value that is `Send` is `Send`, whatever it borrows.
#[test]
fn borrowing_destructors_are_send() {
    fn is_send<T: Send>(value: T) -> T {
        value
    }
    fn of_a_borrow(text: &str) -> impl Future<Output = ()> + Send {
        leak::async_drop::async_drop([text; 2])
    }
    let text = String::from("any");
    let value = (
        &text,
        vec![text.as_str()],
        Some(Box::new(Plain(|x: &str| x.len() + text.len()))),
    );
    let _dropped = is_send(leak::async_drop::async_drop(value));
    let erased: Box<dyn PollDestruct + Send + '_> = Box::new(poll_drop(&text));
    let _dropped = is_send(leak::async_drop::async_drop(erased));
    let _dropped = is_send(of_a_borrow(&text));
}
