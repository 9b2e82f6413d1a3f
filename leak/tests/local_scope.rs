//! `local_scope`: guards that stay on their thread.
#![expect(clippy::mem_forget, reason = "what happens then is the point")]

use core::cell::{Cell, RefCell};
use leak::{Activate, LocalHeld};
use std::rc::Rc;
use test_support::{Bomb, Log, Note, forget_reachable, panic_of};

#[test]
fn forgotten_guards_are_destroyed_newest_first() {
    let log = Log::default();
    leak::local_scope(|s| {
        core::mem::forget(s.own(Note(&log, "first")));
        s.own(Note(&log, "second")).keep();
        drop(s.own(Note(&log, "dropped at once")));
        let _dropped_with_the_body = s.own(Note(&log, "body"));
    });
    assert_eq!(
        log.into_inner().unwrap(),
        ["dropped at once", "body", "second", "first"]
    );
}

#[test]
fn guards_need_not_be_send() {
    struct Adds(Rc<Cell<u32>>);
    impl Drop for Adds {
        fn drop(&mut self) {
            self.0.set(self.0.get() + 1);
        }
    }
    let shared = Rc::new(Cell::new(0));
    leak::local_scope(|s| {
        let held: LocalHeld<'_, Adds> = s.own(Adds(Rc::clone(&shared)));
        assert_eq!(held.0.get(), 0);
        assert_eq!(held.as_ref().0.get(), 0);
        held.keep();
    });
    assert_eq!((shared.get(), Rc::strong_count(&shared)), (1, 1));
}

#[test]
fn a_handle_in_an_rc_cycle() {
    struct Knot<'s> {
        _held: LocalHeld<'s, Note<'s>>,
        knot: RefCell<Option<Rc<Knot<'s>>>>,
    }
    let log = Log::default();
    leak::local_scope(|s| {
        let held = s.own(Note(&log, "held by a cycle"));
        let knot = Rc::new(Knot {
            _held: held,
            knot: RefCell::default(),
        });
        *knot.knot.borrow_mut() = Some(Rc::clone(&knot));
        forget_reachable(knot);
    });
    assert_eq!(log.into_inner().unwrap(), ["held by a cycle"]);
}

#[test]
fn a_guard_restores_what_it_borrowed() {
    /// Hides the tail of a vector while it lives.
    struct Truncate<'a>(&'a RefCell<Vec<u32>>, usize);
    struct Truncated<'a>(&'a RefCell<Vec<u32>>, Vec<u32>);

    impl<'a> Activate for Truncate<'a> {
        type Guard = Truncated<'a>;
        unsafe fn activate(self) -> Truncated<'a> {
            let tail = self.0.borrow_mut().split_off(self.1);
            Truncated(self.0, tail)
        }
    }
    impl Drop for Truncated<'_> {
        fn drop(&mut self) {
            self.0.borrow_mut().append(&mut self.1);
        }
    }

    let numbers = RefCell::new(vec![1, 2, 3, 4]);
    leak::local_scope(|s| {
        s.hold(Truncate(&numbers, 1)).keep();
        assert_eq!(*numbers.borrow(), [1]);
    });
    assert_eq!(*numbers.borrow(), [1, 2, 3, 4]);
}

#[test]
fn panicking_destructors_skip_nothing() {
    let log = Log::default();
    let said = panic_of(|| {
        leak::local_scope(|s| {
            s.own(Note(&log, "1")).keep();
            s.own(Bomb(Note(&log, "2"))).keep();
            s.own(Bomb(Note(&log, "3"))).keep();
            Note(&log, "result")
        })
    });
    assert_eq!(said, "3");
    assert_eq!(log.into_inner().unwrap(), ["3", "2", "1", "result"]);
}

#[test]
fn the_body_panics() {
    let log = Log::default();
    let said = panic_of(|| {
        leak::local_scope(|s| {
            s.own(Note(&log, "1")).keep();
            s.own(Bomb(Note(&log, "2"))).keep();
            let _held = s.own(Note(&log, "held"));
            panic!("body");
        });
    });
    assert_eq!(said, "body");
    assert_eq!(log.into_inner().unwrap(), ["held", "2", "1"]);
}

#[test]
fn activation_that_panics_leaves_nothing_behind() {
    struct Refuses<'a>(Note<'a>);
    impl<'a> Activate for Refuses<'a> {
        type Guard = Note<'a>;
        unsafe fn activate(self) -> Note<'a> {
            panic!("{}", self.0.1);
        }
    }
    let log = Log::default();
    leak::local_scope(|s| {
        assert_eq!(
            panic_of(|| s.hold(Refuses(Note(&log, "inert"))).keep()),
            "inert"
        );
    });
    assert_eq!(log.into_inner().unwrap(), ["inert"]);
}

#[test]
fn activation_may_use_an_outer_scope() {
    struct Nested<'s, 'env>(&'s leak::LocalScope<'s, 'env>, &'env Log);
    impl<'env> Activate for Nested<'_, 'env> {
        type Guard = Note<'env>;
        unsafe fn activate(self) -> Note<'env> {
            self.0.own(Note(self.1, "outer")).keep();
            Note(self.1, "inner")
        }
    }
    let log = Log::default();
    leak::local_scope(|outer| {
        leak::local_scope(|inner| inner.hold(Nested(outer, &log)).keep());
        outer.own(Note(&log, "newer")).keep();
    });
    assert_eq!(log.into_inner().unwrap(), ["inner", "newer", "outer"]);
}
