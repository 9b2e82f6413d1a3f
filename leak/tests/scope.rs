//! `scope`: guards, whatever the closure does with their handles.
#![expect(clippy::mem_forget, reason = "what happens then is the point")]

use core::cell::{Cell, RefCell};
use core::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use leak::{Held, JoinGuard};
use std::rc::Rc;
use std::sync::mpsc::{Receiver, channel};
use test_support::{Log, Note, forget_reachable, leak_reachable};

#[test]
fn forgotten_guards_are_destroyed_newest_first() {
    let log = Log::default();
    leak::scope(|s| {
        for name in ["first", "second", "third"] {
            core::mem::forget(s.own(Note(&log, name)));
        }
        s.own(Note(&log, "kept")).keep();
        drop(s.own(Note(&log, "dropped at once")));
        assert_eq!(*log.lock().unwrap(), ["dropped at once"]);
    });
    assert_eq!(
        log.into_inner().unwrap(),
        ["dropped at once", "kept", "third", "second", "first"]
    );
}

#[test]
fn handles_can_be_dropped_in_any_order() {
    let log = Log::default();
    leak::scope(|s| {
        let a = s.own(Note(&log, "a"));
        let b = s.own(Note(&log, "b"));
        let c = s.own(Note(&log, "c"));
        drop(b);
        s.own(Note(&log, "d")).keep();
        drop(a);
        c.keep();
    });
    assert_eq!(log.into_inner().unwrap(), ["b", "a", "d", "c"]);
}

#[test]
fn unsized_things_and_odd_layouts_can_be_owned() {
    #[repr(align(128))]
    struct Aligned(u8);
    struct Nothing;

    let text = String::from("text");
    leak::scope(|s| {
        let aligned = s.own(Aligned(7));
        assert_eq!(core::ptr::from_ref(&*aligned).addr() % 128, 0);
        assert_eq!(aligned.0, 7);
        let _nothing: Held<'_, Nothing> = s.own(Nothing);
        let object: Held<'_, Box<dyn Fn() -> usize + Send + '_>> = s.own(Box::new(|| text.len()));
        assert_eq!(object(), 4);
        core::mem::forget(aligned);
    });
}

#[test]
fn handles_are_used_and_dropped_on_other_threads() {
    let log = Log::default();
    leak::scope(|s| {
        let held = s.own((Note(&log, "held"), AtomicUsize::new(0)));
        let held = s
            .spawn(move || {
                held.1.fetch_add(1, SeqCst);
                held
            })
            .join()
            .unwrap();
        assert_eq!(held.1.load(SeqCst), 1);
        s.spawn(move || drop(held)).detach();
    });
    assert_eq!(log.into_inner().unwrap(), ["held"]);
}

#[test]
fn a_leaked_handle_gives_out_a_reference_for_the_rest_of_the_scope() {
    struct Last<'a>(&'a (Note<'a>, AtomicUsize));
    impl Drop for Last<'_> {
        fn drop(&mut self) {
            assert_eq!(self.0.1.load(SeqCst), 2);
            self.0.0.0.lock().unwrap().push("result");
        }
    }

    let log = Log::default();
    leak::scope(|s| {
        let leaked: &Held<'_, _> = leak_reachable(s.own((Note(&log, "held"), AtomicUsize::new(0))));
        let value = &**leaked;
        s.spawn(move || value.1.fetch_add(1, SeqCst)).detach();
        s.spawn(move || leaked.1.fetch_add(1, SeqCst)).detach();
        // A result may use it too: results are dropped before what the scope owns.
        core::mem::forget(s.spawn(move || Last(value)));
    });
    assert_eq!(log.into_inner().unwrap(), ["result", "held"]);
}

#[test]
fn a_handle_in_an_rc_cycle() {
    struct Knot<'s> {
        held: Held<'s, Note<'s>>,
        knot: RefCell<Option<Rc<Knot<'s>>>>,
    }
    let log = Log::default();
    leak::scope(|s| {
        let held = s.own(Note(&log, "held by a cycle"));
        let knot = Rc::new(Knot {
            held,
            knot: RefCell::default(),
        });
        *knot.knot.borrow_mut() = Some(Rc::clone(&knot));
        assert_eq!(knot.held.1, "held by a cycle");
        forget_reachable(knot);
    });
    assert_eq!(log.into_inner().unwrap(), ["held by a cycle"]);
}

#[test]
fn a_channel_that_holds_its_own_receiver() {
    struct Both<'s> {
        _held: Held<'s, Note<'s>>,
        _thread: JoinGuard<'s, Note<'s>>,
        _receiver: Receiver<Both<'s>>,
    }
    let log = Log::default();
    leak::scope(|s| {
        let (send, receive) = channel();
        let held = s.own(Note(&log, "held by a channel"));
        let thread = s.spawn(|| Note(&log, "result of a thread"));
        forget_reachable(send.clone());
        send.send(Both {
            _held: held,
            _thread: thread,
            _receiver: receive,
        })
        .unwrap();
    });
    assert_eq!(
        log.into_inner().unwrap(),
        ["result of a thread", "held by a channel"]
    );
}

#[test]
fn scopes_nest() {
    let log = Log::default();
    leak::scope(|outer| {
        let held = outer.own(Note(&log, "outer"));
        let answer = leak::scope(|inner| {
            // The inner scope's guards may use the outer scope and its handles.
            inner.own((&held, Note(&log, "inner"))).keep();
            inner
                .spawn(|| outer.own(Note(&log, "outer, from inside")).keep())
                .detach();
            7
        });
        assert_eq!(answer, 7);
        assert_eq!(*log.lock().unwrap(), ["inner"]);
    });
    assert_eq!(
        log.into_inner().unwrap(),
        ["inner", "outer", "outer, from inside"]
    );
}

#[test]
fn local_cells_are_fine_in_the_body() {
    let seen = Cell::new(0);
    leak::scope(|s| {
        seen.set(s.spawn(|| 3).join().unwrap());
    });
    assert_eq!(seen.get(), 3);
}
