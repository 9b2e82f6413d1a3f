//! Auto traits and variance of every public type.

use capsule::task::InCapsule;
use capsule::{
    Brand, Capsule, Cell, GhostToken, JoinHandle, Plain, Rc, ThreadLocalKey, Weak, family,
};
use capsule::{task, thread, token};
use core::cell;
use core::panic::{RefUnwindSafe, UnwindSafe};
use static_assertions::{assert_impl_all, assert_not_impl_any};

type Send1 = u32;
/// `Send`, not `Sync`.
type NotSync = cell::Cell<u32>;
/// Neither.
type Neither = std::rc::Rc<u32>;

// Brands, keys and pointers of an open region stay where they are.
assert_not_impl_any!(Brand<'static>: Send, Sync);
assert_not_impl_any!(ThreadLocalKey<'static>: Send, Sync);
assert_not_impl_any!(Rc<'static, Send1>: Send, Sync);
assert_not_impl_any!(Rc<'static, str>: Send, Sync);
assert_not_impl_any!(Weak<'static, Send1>: Send, Sync);
assert_impl_all!(Brand<'static>: Copy, Unpin, UnwindSafe, RefUnwindSafe);
assert_impl_all!(ThreadLocalKey<'static>: Copy, Unpin, UnwindSafe, RefUnwindSafe);
assert_impl_all!(Rc<'static, Send1>: Unpin, UnwindSafe, RefUnwindSafe);
assert_impl_all!(Weak<'static, Send1>: Unpin);
assert_not_impl_any!(Rc<'static, NotSync>: UnwindSafe);

// A capsule is `Send` if the content is `CapsuleSend`, and `Sync` if it is `Sync`.
assert_impl_all!(Capsule<family!(Rc<'b, Send1>)>: Send, Unpin, UnwindSafe, RefUnwindSafe);
assert_not_impl_any!(Capsule<family!(Rc<'b, Send1>)>: Sync, Clone, PartialEq);
assert_impl_all!(Capsule<family!(Cell<'b, Send1>)>: Send, Sync);
assert_impl_all!(Capsule<family!(Rc<'b, NotSync>)>: Send);
assert_not_impl_any!(Capsule<family!(Rc<'b, Neither>)>: Send, Sync);
assert_not_impl_any!(Capsule<Plain<Neither>>: Send, Sync);
assert_impl_all!(Capsule<Plain<Send1>>: Send, Sync);
assert_impl_all!(Plain<Send1>: Send, Sync, Copy);
// For a content that is `Send` and not `CapsuleSend`, too.
assert_not_impl_any!(Capsule<family!(for<'b> send_wrapper::SendWrapper<Neither>)>: Send);

assert_impl_all!(JoinHandle<family!(Rc<'b, Send1>)>: Send, Sync);
assert_impl_all!(thread::ScopedJoinHandle<'static, family!(Rc<'b, Send1>)>: Send, Sync);
assert_impl_all!(thread::RootLocal<family!(Rc<'b, Send1>)>: Send, Sync);

// A token is for whoever has it.
assert_impl_all!(GhostToken<'static>: Send, Sync);

assert_impl_all!(task::Rc<NotSync>: Send, Sync, Unpin);
assert_impl_all!(task::Weak<NotSync>: Send, Sync, Unpin);
assert_impl_all!(InCapsule<core::future::Ready<Send1>>: Send, Sync, Unpin);
assert_not_impl_any!(InCapsule<core::future::Ready<Neither>>: Send, Sync);
assert_not_impl_any!(InCapsule<core::future::Pending<core::marker::PhantomPinned>>: Copy);

assert_impl_all!(token::Token<'static>: Send, Sync, Unpin);
assert_impl_all!(token::Rc<'static, Send1>: Send, Sync, Unpin);
assert_not_impl_any!(token::Rc<'static, Send1>: Clone);

/// Brands are invariant: neither of these compiles the other way, which the ui tests in `brand` show. What
/// a pointer points to is covariant, as with std.
#[test]
fn variance() {
    fn shorter<'b, 'a>(rc: Rc<'b, &'static str>) -> Rc<'b, &'a str> {
        rc
    }
    fn shorter_weak<'b, 'a>(weak: Weak<'b, &'static str>) -> Weak<'b, &'a str> {
        weak
    }
    capsule::region(|b, _| {
        let rc = Rc::new(b, "a");
        assert!(shorter_weak(Rc::downgrade(&rc)).upgrade().is_some());
        assert_eq!(*shorter(rc), "a");
    });
}
