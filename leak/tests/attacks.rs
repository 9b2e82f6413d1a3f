//! Attacks on places by what is put into them: each is harmless.
#![expect(clippy::mem_forget, reason = "what happens then is the point")]

use core::cell::{Cell, RefCell};
use core::marker::PhantomPinned;
use core::panic::AssertUnwindSafe;
use core::pin::pin;
use core::sync::atomic::{AtomicBool, Ordering::SeqCst};
use leak::thread::Builder;
use leak::{Activate, PinScope, Scope, local_scope, scope};
use std::panic::{catch_unwind, panic_any};
use std::sync::{Arc, Mutex};
use test_support::{Log, Note, forget_reachable, panic_of, sorted};

/// So large that no system gives a thread this stack.
const NO_STACK: usize = isize::MAX as usize;

/// Does something when it is dropped.
struct OnDrop<F: FnMut()>(F);

impl<F: FnMut()> Drop for OnDrop<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

/// A guard that its own inert half makes.
struct Make<F>(F);

impl<G, F: FnOnce() -> G> Activate for Make<F> {
    type Guard = G;

    unsafe fn activate(self) -> G {
        (self.0)()
    }
}

#[test]
#[cfg_attr(miri, ignore = "Miri grants any stack size")]
fn a_refused_thread_whose_closure_uses_the_scope_when_it_is_dropped() {
    let log = Log::default();
    let message = panic_of(|| {
        scope(|s| {
            let captured = OnDrop(|| {
                s.own(Note(&log, "owned")).keep();
                s.spawn(|| Note(&log, "result")).detach();
                panic_any("dropped");
            });
            let start = || {
                Builder::new()
                    .stack_size(NO_STACK)
                    .spawn_scoped(s, move || {
                        let _captured = &captured;
                    })
            };
            assert_eq!(panic_of(start), "dropped");
            // The scope is not left waiting for a thread that never was.
            s.spawn(|| panic_any("the scope ended")).detach();
        });
    });
    assert_eq!(message, "the scope ended");
    assert_eq!(sorted(log), ["owned", "result"]);
}

#[test]
fn a_result_that_panics_when_it_is_detached_late() {
    let message = panic_of(|| {
        scope(|s| {
            let guard = s.spawn(|| OnDrop(|| panic_any("dropped")));
            while !guard.is_finished() {
                std::thread::yield_now();
            }
            assert!(catch_unwind(AssertUnwindSafe(|| guard.detach())).is_ok());
        });
    });
    assert_eq!(message, "dropped");
}

#[test]
fn guards_of_odd_shapes() {
    #[repr(align(4096))]
    struct Aligned<'a>(Note<'a>);
    struct Huge<'a>([u8; 16_000], Note<'a>);
    struct Pinned<'a> {
        _note: Note<'a>,
        _pinned: PhantomPinned,
    }
    struct Cells<'a> {
        _cell: Cell<Option<Note<'a>>>,
    }
    /// Of size zero.
    struct Nothing;
    static NOTHING_DROPPED: AtomicBool = AtomicBool::new(false);
    impl Drop for Nothing {
        fn drop(&mut self) {
            NOTHING_DROPPED.store(true, SeqCst);
        }
    }

    let log = Log::default();
    scope(|s| {
        let aligned = s.hold(Make(|| Aligned(Note(&log, "aligned"))));
        assert!((&raw const *aligned).addr().is_multiple_of(4096));
        assert_eq!(aligned.0.1, "aligned");
        aligned.keep();
        let huge = s.hold(Make(|| Huge([7; _], Note(&log, "huge"))));
        assert!(huge.0.iter().all(|byte| *byte == 7));
        assert_eq!(huge.1.1, "huge");
        huge.keep();
        s.hold(Make(|| Pinned {
            _note: Note(&log, "pinned"),
            _pinned: PhantomPinned,
        }))
        .keep();
        s.hold(Make(|| Cells {
            _cell: Cell::new(Some(Note(&log, "cells"))),
        }))
        .keep();
        s.hold(Make(|| Nothing)).keep();
        s.hold(Make(|| ())).keep();
        let threads = [(); 2].map(|()| s.spawn(|| Aligned(Note(&log, "result"))));
        let [joined, forgotten] = threads;
        assert!(
            joined
                .join()
                .is_ok_and(|result| (&raw const result).addr().is_multiple_of(4096))
        );
        core::mem::forget(forgotten);
    });
    assert!(NOTHING_DROPPED.load(SeqCst));
    assert_eq!(
        sorted(log),
        ["aligned", "cells", "huge", "pinned", "result", "result"]
    );
}

#[test]
fn guards_that_are_activated_within_each_other() {
    struct Nested<'s, 'env>(&'s Scope<'s, 'env>, &'env Log, u32);
    impl<'env> Activate for Nested<'_, 'env> {
        type Guard = Note<'env>;

        unsafe fn activate(self) -> Note<'env> {
            let Self(scope, log, depth) = self;
            if depth > 0 {
                scope.hold(Nested(scope, log, depth - 1)).keep();
                drop(scope.own(Note(log, "early")));
            }
            Note(log, ["first", "second", "third"][depth as usize])
        }
    }

    let log = Log::default();
    scope(|s| s.hold(Nested(s, &log, 2)).keep());
    // The innermost activation was complete first, so its guard is the oldest.
    let log = log.into_inner().unwrap();
    assert_eq!(log, ["early", "early", "third", "second", "first"]);
}

#[test]
fn destructors_that_put_things_into_an_outer_local_scope() {
    let log = RefCell::new(Vec::new());
    local_scope(|outer| {
        local_scope(|inner| {
            for n in 0..3 {
                let log = &log;
                inner
                    .own(OnDrop(move || {
                        log.borrow_mut().push(n);
                        outer
                            .own(OnDrop(move || log.borrow_mut().push(10 + n)))
                            .keep();
                    }))
                    .keep();
            }
        });
        log.borrow_mut().push(-1);
    });
    assert_eq!(*log.borrow(), [2, 1, 0, -1, 10, 11, 12]);
}

#[test]
fn a_scope_in_the_destructor_of_a_thread_local() {
    struct AtEnd(Arc<Mutex<u32>>, u32);
    thread_local! {
        static FIRST: RefCell<Option<AtEnd>> = const { RefCell::new(None) };
        static LATER: RefCell<Vec<AtEnd>> = const { RefCell::new(Vec::new()) };
    }
    impl Drop for AtEnd {
        fn drop(&mut self) {
            let count = &*self.0;
            scope(|s| {
                core::mem::forget(s.spawn(|| *count.lock().unwrap() += 1));
                drop(s.spawn(|| *count.lock().unwrap() += 1));
                assert!(s.spawn(|| *count.lock().unwrap() += 1).join().is_ok());
                s.own(Arc::clone(&self.0)).keep();
            });
            if let Some(depth) = self.1.checked_sub(1) {
                let again = AtEnd(Arc::clone(&self.0), depth);
                // Gone when it is being destroyed itself: then the value is dropped here.
                _ = LATER.try_with(|later| later.borrow_mut().push(again));
            }
        }
    }

    let count = Arc::new(Mutex::new(0));
    let end = AtEnd(Arc::clone(&count), 1);
    let thread = std::thread::spawn(|| FIRST.set(Some(end)));
    thread.join().unwrap();
    assert_eq!(*count.lock().unwrap(), 6);
    assert_eq!(Arc::strong_count(&count), 1);
}

#[test]
fn a_pinned_place_that_is_replaced_in_its_option() {
    static LOG: Log = Log::new(Vec::new());
    let mut place = pin!(Some(PinScope::new(Note(&LOG, "data"))));
    let lend = |place: Option<core::pin::Pin<&PinScope<Note<'static>>>>| {
        place.unwrap().with(|data, s| {
            s.own((data, Note(&LOG, "guard"))).keep();
            core::mem::forget(s.spawn(move || (data, Note(&LOG, "result"))));
        });
    };
    lend(place.as_ref().as_pin_ref());
    place.set(Some(PinScope::new(Note(&LOG, "other data"))));
    assert_eq!(
        core::mem::take(&mut *LOG.lock().unwrap()),
        ["result", "guard", "data"]
    );
    lend(place.as_ref().as_pin_ref());
    place.set(None);
    assert_eq!(*LOG.lock().unwrap(), ["result", "guard", "other data"]);
}

#[test]
fn a_pinned_place_that_owns_itself() {
    let place = Arc::pin(PinScope::new(Mutex::new(0)));
    let owner = place.clone();
    place.as_ref().with(|count, s| {
        core::mem::forget(s.spawn(move || {
            *count.lock().unwrap() += 1;
            owner
        }));
        s.own(count).keep();
    });
    // Nobody destroys it any more. The memory stays, the thread may use it for ever.
    forget_reachable(place);
}
