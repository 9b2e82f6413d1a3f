//! The list of deferred drops, under every interleaving: `src/task/list.rs`, on the atomics of `loom`.
#![cfg(not(miri))]

#[path = "../src/task/list.rs"]
mod list;

/// What `list` is built on.
mod sync {
    pub(crate) use loom::sync::atomic::{AtomicPtr, AtomicU64, Ordering};
}

use core::ptr::NonNull;
use list::{List, Node, Shut, Taken};
use loom::cell::UnsafeCell;
use loom::sync::Arc;
use loom::sync::atomic::{AtomicU64, Ordering};
use loom::thread;

/// A counted value, as `task::shared` has it.
#[repr(C)]
struct Counted {
    node: Node,
    /// The owner's, or, when there is none, changed by atomic operations.
    count: AtomicU64,
    /// Tells accesses of the value by different threads apart.
    value: UnsafeCell<u32>,
    /// Tells what is lost.
    _alive: Arc<()>,
}

fn counted(count: u64) -> NonNull<Node> {
    let counted = Box::new(Counted {
        node: Node::new(),
        count: AtomicU64::new(count),
        value: UnsafeCell::new(0),
        _alive: Arc::new(()),
    });
    NonNull::from(Box::leak(counted)).cast()
}

/// `loom` switches stacks, which sanitizers can't follow, or only slowly: these tests are for the other runs.
fn model(interleaved: impl Fn() + Send + Sync + 'static) {
    let sanitizers = ["ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS"];
    if sanitizers
        .iter()
        .all(|options| std::env::var_os(options).is_none())
    {
        loom::model(interleaved);
    }
}

/// A pointer, for a thread to drop.
struct Pointer(NonNull<Node>);

// SAFETY: what it points to is what the tests are about.
unsafe impl Send for Pointer {}

impl Pointer {
    /// As `heap::defer`.
    fn drop_elsewhere(self, list: &List, heir: &List) {
        let node = self.0;
        let counted = node.cast::<Counted>();
        // SAFETY: this pointer is counted.
        unsafe { counted.as_ref() }.value.with(|_| ());
        // SAFETY: as above.
        if !unsafe { Node::add(node, 1) } {
            return;
        }
        // SAFETY: `add` told us to.
        match unsafe { list.push(node) } {
            Ok(()) => {}
            Err(Shut::Closed) => settle(node, true),
            // SAFETY: as above.
            Err(Shut::Forwarded) => match unsafe { heir.push(node) } {
                Ok(()) => {}
                Err(_) => settle(node, true),
            },
        }
    }
}

/// As `shared::settle`.
fn settle(node: NonNull<Node>, orphaned: bool) {
    // SAFETY: something is pending.
    let counted = unsafe { &*node.cast::<Counted>().as_ptr() };
    let dropped = counted.node.take();
    assert_ne!(dropped, 0);
    let last = if orphaned {
        counted.count.fetch_sub(dropped, Ordering::AcqRel) == dropped
    } else {
        let rest = counted.count.load(Ordering::Relaxed) - dropped;
        counted.count.store(rest, Ordering::Relaxed);
        rest == 0
    };
    if last {
        counted.value.with_mut(|_| ());
        // SAFETY: it was the last.
        drop(unsafe { Box::from_raw(node.cast::<Counted>().as_ptr()) });
    }
}

fn settle_each(taken: Taken, orphaned: bool) {
    for node in taken {
        settle(node, orphaned);
    }
}

/// The owner settles while others drop, and goes on until all is gone.
#[test]
fn the_owner_settles_while_others_drop() {
    model(|| {
        let lists = Arc::new((List::new(), List::new()));
        let node = counted(2);
        let threads = [(); 2].map(|()| {
            let (lists, pointer) = (lists.clone(), Pointer(node));
            thread::spawn(move || pointer.drop_elsewhere(&lists.0, &lists.1))
        });
        if !lists.0.is_empty() {
            settle_each(lists.0.take(), false);
        }
        for thread in threads {
            thread.join().unwrap();
        }
        settle_each(lists.0.take(), false);
    });
}

/// Two values on one list.
#[test]
fn two_values() {
    model(|| {
        let lists = Arc::new((List::new(), List::new()));
        let threads = [counted(1), counted(1)].map(|node| {
            let (lists, pointer) = (lists.clone(), Pointer(node));
            thread::spawn(move || pointer.drop_elsewhere(&lists.0, &lists.1))
        });
        settle_each(lists.0.take(), false);
        for thread in threads {
            thread.join().unwrap();
        }
        settle_each(lists.0.take(), false);
    });
}

/// The owner ends while others drop: the last one destroys the value.
#[test]
fn the_list_is_closed_while_others_drop() {
    model(|| {
        let lists = Arc::new((List::new(), List::new()));
        let node = counted(2);
        let threads = [(); 2].map(|()| {
            let (lists, pointer) = (lists.clone(), Pointer(node));
            thread::spawn(move || pointer.drop_elsewhere(&lists.0, &lists.1))
        });
        settle_each(lists.0.shut(Shut::Closed), true);
        for thread in threads {
            thread.join().unwrap();
        }
    });
}

/// The values go to another owner while others drop.
#[test]
fn the_list_is_forwarded_while_others_drop() {
    model(|| {
        let lists = Arc::new((List::new(), List::new()));
        let node = counted(2);
        let threads = [(); 2].map(|()| {
            let (lists, pointer) = (lists.clone(), Pointer(node));
            thread::spawn(move || pointer.drop_elsewhere(&lists.0, &lists.1))
        });
        // By the heir, who owns both now.
        settle_each(lists.0.shut(Shut::Forwarded), false);
        settle_each(lists.1.take(), false);
        for thread in threads {
            thread.join().unwrap();
        }
        settle_each(lists.1.take(), false);
    });
}

/// Forwarded, and then the heir ends too.
#[test]
fn the_heir_is_closed_while_others_drop() {
    model(|| {
        let lists = Arc::new((List::new(), List::new()));
        let node = counted(2);
        let threads = [(); 2].map(|()| {
            let (lists, pointer) = (lists.clone(), Pointer(node));
            thread::spawn(move || pointer.drop_elsewhere(&lists.0, &lists.1))
        });
        settle_each(lists.0.shut(Shut::Forwarded), false);
        settle_each(lists.1.shut(Shut::Closed), true);
        for thread in threads {
            thread.join().unwrap();
        }
    });
}
