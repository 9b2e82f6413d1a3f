//! One thread of a scope, seen from inside.

use super::JoinGuard;
use super::list::{Header, Node};
use super::panics::{Payload, discard};
use super::shared_core::{SharedCore, State};
use alloc::boxed::Box;
use alloc::sync::Arc;
use core::cell::UnsafeCell;
use core::mem::{ManuallyDrop, MaybeUninit};
use core::panic::AssertUnwindSafe;
use core::ptr::NonNull;
use std::io;
use std::panic::{catch_unwind, resume_unwind};
use std::thread::{self, JoinHandle, Thread};

/// A thread's place in the list of its scope.
pub(super) type ChildNode<T> = Node<Slot<T>, Meta>;

/// What the lock of the scope guards, whatever the thread returns.
pub(super) struct Meta {
    /// Of the running or finished thread; taken by whoever joins or detaches it.
    pub(super) handle: Option<JoinHandle<()>>,
    /// The result is in its slot.
    pub(super) finished: bool,
    /// There is no guard: the thread itself drops its result and frees the node.
    pub(super) detached: bool,
    /// The teardown of the scope has taken the result.
    pub(super) collected: bool,
    /// [`drop_result`] of the thread's type.
    pub(super) drop_result: unsafe fn(NonNull<Header>),
}

impl Meta {
    /// The bookkeeping of a thread, under the lock.
    ///
    /// # Safety
    ///
    /// 1. `node` is the front of a live [`ChildNode`] of the scope that `_locked` belongs to.
    pub(super) unsafe fn of(node: NonNull<Header>, _locked: &mut State) -> &mut Self {
        // `Node` is `repr(C)`, so `meta` lies where it does in a node of any thread.
        let node = node.cast::<Node<(), Self>>();
        // SAFETY: live by clause 1; nobody reaches the field without the lock, and by the lifetime
        // nobody else has the lock.
        unsafe { &mut (*node.as_ptr()).meta }
    }
}

/// What the thread and the owner of its guard pass on to each other.
pub(super) struct Slot<T> {
    /// Written before the guard exists, read by the guard.
    thread: Option<Thread>,
    /// Written by the thread before it sets `finished`, then taken by whoever removes or collects
    /// the node.
    result: UnsafeCell<Option<thread::Result<T>>>,
}

impl<T> Slot<T> {
    /// The result of a thread that has finished, unless it was collected.
    pub(super) fn into_result(self) -> Option<thread::Result<T>> {
        self.result.into_inner()
    }

    /// Drops the result of a detached thread that has finished. The answer is the panic of the
    /// thread, or of the result's destructor.
    pub(super) fn drop_result(self) -> Option<Payload> {
        match self.into_result()? {
            Ok(value) => catch_unwind(AssertUnwindSafe(|| drop(value))).err(),
            Err(payload) => Some(payload),
        }
    }

    /// Where the thread's handle lies.
    ///
    /// # Safety
    ///
    /// 1. `node` is live.
    pub(super) const unsafe fn thread_in(node: NonNull<ChildNode<T>>) -> *mut Option<Thread> {
        // SAFETY: live, so the field is in bounds. No reference is made.
        unsafe { &raw mut (*node.as_ptr()).value.thread }
    }

    /// Where the result lies.
    ///
    /// # Safety
    ///
    /// 1. `node` is live.
    const unsafe fn result_in(node: NonNull<ChildNode<T>>) -> *mut Option<thread::Result<T>> {
        // SAFETY: live, so the field is in bounds. No reference is made but to the `UnsafeCell`.
        UnsafeCell::raw_get(unsafe { &raw const (*node.as_ptr()).value.result })
    }
}

/// Drops the value, or passes the panic on.
///
/// # Safety
///
/// 1. `node` is the front of a live `ChildNode<T>`.
/// 2. The thread has finished, and the caller alone may take its result.
unsafe fn drop_result<T>(node: NonNull<Header>) {
    // SAFETY: live and of this type by clause 1.
    let result = unsafe { Slot::<T>::result_in(node.cast()) };
    // SAFETY: the result is the caller's by clause 2, and the thread has written it.
    match unsafe { &mut *result }.take() {
        Some(Err(payload)) => resume_unwind(payload),
        value => drop(value),
    }
}

/// Starts `f` on a thread of the scope.
///
/// # Errors
///
/// If the system refuses the thread; `f` was dropped then.
///
/// # Safety
///
/// 1. All that `F` and `T` borrow stays valid until the core was torn down.
pub(super) unsafe fn spawn<F, T>(
    core: &Arc<SharedCore>,
    builder: thread::Builder,
    f: F,
) -> io::Result<JoinGuard<'_, T>>
where
    F: FnOnce() -> T + Send,
    T: Send,
{
    let meta = Meta {
        handle: None,
        finished: false,
        detached: false,
        collected: false,
        drop_result: drop_result::<T>,
    };
    let slot = Slot {
        thread: None,
        result: UnsafeCell::new(None),
    };
    let node: NonNull<ChildNode<T>> = Node::into_raw(Box::new(Node::new(meta, slot)));
    let reaped = {
        let mut state = core.lock();
        // SAFETY: 1. A new node of that form. 2. Guard, thread and teardown free it after they
        // have taken it out; so does `Unstarted`.
        unsafe { state.add_child(node.cast()) };
        state.reap()
    };
    drop(reaped);

    let unstarted = Unstarted { node, core };
    let report = Report {
        node,
        core: Arc::clone(core),
        published: false,
    };
    let main = Main {
        f: Unclaimed::new(f),
        report,
    };
    let main = move || main.run();
    // SAFETY: "the caller has to ensure that the spawned thread does not outlive any references in
    // the supplied thread closure and its return type": the teardown waits until the thread has
    // reported, after which the closure touches nothing but its own `Arc`; and by clause 1 all
    // that it borrows is valid till then. `Main` reports also when it is dropped without being run.
    let handle = unsafe { builder.spawn_unchecked(main) }?;
    #[expect(
        clippy::mem_forget,
        reason = "it holds a pointer, now the thread's and the guard's"
    )]
    core::mem::forget(unstarted);

    // SAFETY: the node is in its list, so live: only a guard or a teardown could take it out.
    let thread = unsafe { Slot::thread_in(node) };
    // SAFETY: only the guard reads the field, and doesn't exist yet.
    unsafe { *thread = Some(handle.thread().clone()) };
    let mut state = core.lock();
    // SAFETY: 1. In the list, as above.
    let meta = unsafe { Meta::of(node.cast(), &mut state) };
    meta.handle = Some(handle);
    if meta.finished {
        state.count_unreaped(true);
    }
    drop(state);
    // SAFETY: 1. In the list. 2. The first guard of it.
    Ok(unsafe { JoinGuard::new(node, core) })
}

/// Takes the node back when the thread could not be started, also when dropping `f` panics.
struct Unstarted<'a, T> {
    node: NonNull<ChildNode<T>>,
    core: &'a SharedCore,
}

impl<T> Drop for Unstarted<'_, T> {
    fn drop(&mut self) {
        // SAFETY: 1. The node was put there, and no guard or thread has taken it out.
        unsafe { self.core.lock().remove_child(self.node.cast()) };
        // SAFETY: from a box, in no list, and no other user.
        drop(unsafe { Box::from_raw(self.node.as_ptr()) });
    }
}

/// What the thread runs. Should it be dropped instead, by a spawn that fails, then `f` goes before the
/// report, after which nothing that `f` borrows may be touched.
struct Main<F, T> {
    f: Unclaimed<F>,
    report: Report<T>,
}

impl<F: FnOnce() -> T, T> Main<F, T> {
    fn run(self) {
        let Self { f, report } = self;
        // Both calls have returned before the report.
        report.store(f.call());
        report.finish();
    }
}

/// A closure that is passed on without the claims of what it captured.
///
/// A reference that is an argument of a function, in whatever it lies, must stay valid until that function
/// returns. The functions between here and the end of the thread return after the report, when the captures of the
/// closure may be gone.
struct Unclaimed<F>(MaybeUninit<F>);

impl<F> Unclaimed<F> {
    fn new(f: F) -> Self {
        Self(MaybeUninit::new(f))
    }

    fn call<T>(self) -> thread::Result<T>
    where
        F: FnOnce() -> T,
    {
        let this = ManuallyDrop::new(self);
        // SAFETY: initialised by `new`, and not used again.
        let f = unsafe { this.0.assume_init_read() };
        catch_unwind(AssertUnwindSafe(f))
    }
}

impl<F> Drop for Unclaimed<F> {
    fn drop(&mut self) {
        // SAFETY: initialised by `new`; `call` doesn't come here.
        unsafe { self.0.assume_init_drop() }
    }
}

/// The thread's side of its node. Exactly one result is published through it.
struct Report<T> {
    node: NonNull<ChildNode<T>>,
    core: Arc<SharedCore>,
    published: bool,
}

// SAFETY: it moves to the new thread, where it is used to write one `T` into the node, for others
// to take or, when there is no guard, to drop it there.
unsafe impl<T: Send> Send for Report<T> {}

impl<T> Report<T> {
    /// Leaves the result. Not in [`publish`](Self::publish): what it borrows may be gone before that returns.
    fn store(&self, result: thread::Result<T>) {
        // SAFETY: in its list until it is finished or we take it out, so live.
        let slot = unsafe { Slot::result_in(self.node) };
        // SAFETY: until `finished` is set, nobody else touches the result.
        unsafe { *slot = Some(result) };
    }

    fn finish(mut self) {
        self.published = true;
        self.publish();
    }

    /// Counts the thread out. The result is there.
    fn publish(&self) {
        let mut state = self.core.lock();
        // SAFETY: 1. In the list: it leaves it through us (when detached), or when finished.
        let meta = unsafe { Meta::of(self.node.cast(), &mut state) };
        if !meta.detached {
            meta.finished = true;
            if meta.handle.is_some() {
                state.count_unreaped(true);
            }
            return self.core.report(state);
        }
        // SAFETY: 1. As above.
        unsafe { state.remove_child(self.node.cast()) };
        drop(state);
        // The value may borrow what ends with the scope, so it is dropped before the report.
        // SAFETY: from a box, in no list, and detached: there is no guard.
        let node = unsafe { Box::from_raw(self.node.as_ptr()) };
        let payload = node.value.drop_result();
        let mut state = self.core.lock();
        let surplus = payload.and_then(|payload| state.keep_panic(payload));
        drop(state);
        // A payload is `'static`, but the panic of its destructor should find the scope waiting.
        surplus.into_iter().for_each(discard);
        self.core.report(self.core.lock());
    }
}

impl<T> Drop for Report<T> {
    fn drop(&mut self) {
        if !self.published {
            self.store(Err(Box::new("the thread ended before it ran its closure")));
            self.publish();
        }
    }
}
