//! `structured`: auto traits, variance and sizes, pinned.

use core::cell::Cell;
use core::error::Error;
use core::panic::{RefUnwindSafe, UnwindSafe};
use leak::Leak;
use leak::structured::{
    AssignError, Assigned, Borrowed, Cancel, Cancelled, Completed, Consumer, Edge, EdgeMut,
    IntoPayloads, Iter, JoinGuard, Lender, LenderMut, Loan, Panics, Pool, PopError, Producer,
    PushError, Reason, RecvError, Revoked, Shared, SpawnError, ThreadSet, Ticket, Unique, Value,
    Worker,
};
use static_assertions::{assert_impl_all as yes, assert_not_impl_any as no};
use std::rc::Rc;

/// `Send`, not `Sync`.
type SendOnly = Cell<u8>;
/// Neither.
type Neither = Rc<u8>;

// What waits for frames stays on its thread.
yes!(ThreadSet<'static, 'static>: Unpin, Leak);
no!(ThreadSet<'static, 'static>: Send, Sync);
yes!(JoinGuard<'static, u8>: Unpin, UnwindSafe, RefUnwindSafe, Leak);
no!(JoinGuard<'static, u8>: Send, Sync);
yes!(Lender<'static, Value<u8>>: Unpin, Leak);
no!(Lender<'static, Value<u8>>: Send, Sync);
yes!(LenderMut<'static, Value<u8>>: Unpin, Leak);
no!(LenderMut<'static, Value<u8>>: Send, Sync);
yes!(Loan<u8>: Unpin, Leak);
no!(Loan<u8>: Send, Sync);
no!(Loan<*const u8>: Leak);

// What nobody waits for goes anywhere. Whether the data may, was asked when it was lent.
yes!(Edge<Value<u8>>: Send, Sync, Clone, Unpin, Leak);
yes!(Edge<Value<Neither>>: Send, Sync, Clone);
yes!(Edge<Shared<str>>: Send, Sync, Clone);
yes!(EdgeMut<Value<SendOnly>>: Send, Sync, Unpin, Leak);
yes!(EdgeMut<Unique<[u8]>>: Send, Sync);
no!(EdgeMut<Value<u8>>: Clone);
yes!(Borrowed<u8>: Send, Sync, Unpin, Leak);
yes!(Borrowed<SendOnly>: Send, Sync);
no!(Borrowed<Neither>: Send, Sync);
no!(Borrowed<u8>: Clone);
no!(Borrowed<*const u8>: Leak);

yes!(Cancel<'static>: Send, Sync, Clone, Unpin, Leak);
yes!(Panics: Send, Sync, Unpin, UnwindSafe, RefUnwindSafe, Leak, Error);
yes!(IntoPayloads: Send, Unpin, Leak);
no!(IntoPayloads: Sync);
yes!(Cancelled: Send, Sync, Copy, Error);
yes!(Reason: Send, Sync, Copy);
yes!(Revoked: Send, Sync, Copy, Error);
yes!(PopError: Send, Sync, Copy, Error);
yes!(RecvError: Send, Sync, Copy, Error);
yes!(PushError<u8>: Send, Sync, Copy, Error);
yes!(PushError<SendOnly>: Send, Error);
no!(PushError<SendOnly>: Sync);
yes!(AssignError<u8>: Send, Sync, Copy, Error);
yes!(SpawnError<u8>: Send, Sync, Error);
no!(SpawnError<Neither>: Send, Sync);

yes!(Producer<'static, u8>: Unpin, Leak);
no!(Producer<'static, u8>: Send, Sync);
yes!(Consumer<'static, u8>: Unpin, Leak);
no!(Consumer<'static, u8>: Send, Sync);
no!(Iter<'static, 'static, u8>: Send, Sync);
yes!(Pool<'static, u8>: Unpin, Leak);
no!(Pool<'static, u8>: Send, Sync);
yes!(Worker<'static, u8>: Unpin, Leak);
no!(Worker<'static, u8>: Send, Sync);
yes!(Assigned<'static, u8>: Send, Sync, Unpin, Leak);
no!(Assigned<'static, Neither>: Send, Sync);
yes!(Ticket: Send, Sync, Copy, Ord);
yes!(Completed<u8>: Send, Sync, Copy, Leak);
no!(Completed<*const u8>: Leak);
yes!(Cancelled: Leak);
yes!(Reason: Leak);
yes!(Revoked: Leak);
yes!(PopError: Leak);
yes!(RecvError: Leak);
yes!(Ticket: Leak);
yes!(PushError<u8>: Leak);
no!(PushError<*const u8>: Leak);
yes!(AssignError<u8>: Leak);
yes!(SpawnError<u8>: Leak);
yes!(Value<Neither>: Leak);

#[test]
fn variance() {
    fn guard<'short>(x: JoinGuard<'static, &'static str>) -> JoinGuard<'short, &'static str> {
        x
    }
    fn cancel<'short>(x: Cancel<'static>) -> Cancel<'short> {
        x
    }
    _ = (guard, cancel);
}

/// Edges are one word, whatever they lead to.
#[test]
fn sizes() {
    use core::mem::size_of;
    let word = size_of::<usize>();
    assert_eq!(size_of::<Option<Edge<Value<[u8; 100]>>>>(), word);
    assert_eq!(size_of::<Option<EdgeMut<Value<[u8; 100]>>>>(), word);
    assert_eq!(size_of::<Option<Borrowed<[u8; 100]>>>(), word);
    assert_eq!(size_of::<Option<Cancel<'_>>>(), word);
}
