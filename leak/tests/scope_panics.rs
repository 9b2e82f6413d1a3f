//! `scope`: panics and failures at every step.
#![expect(clippy::mem_forget, reason = "what happens then is the point")]

use leak::{Activate, JoinGuard};
use std::panic::{catch_unwind, panic_any, resume_unwind};
use std::sync::mpsc::channel;
use test_support::{Bomb, Log, Note, message, panic_of};

#[test]
fn joining_oneself_is_a_panic_not_a_deadlock() {
    let said = panic_of(|| {
        leak::scope(|s| {
            let (send, receive) = channel::<JoinGuard<'_, ()>>();
            let guard = s.spawn(move || receive.recv().unwrap().join().unwrap());
            send.send(guard).unwrap();
        });
    });
    assert!(said.contains("can't join itself"), "{said}");
}

#[test]
fn the_body_panics() {
    let log = Log::default();
    let said = panic_of(|| {
        leak::scope(|s| {
            s.own(Note(&log, "guard")).keep();
            let _held = s.own(Note(&log, "held"));
            let _joined = s.spawn(|| Note(&log, "joined"));
            core::mem::forget(s.spawn(|| Note(&log, "forgotten")));
            panic!("body");
        });
    });
    assert_eq!(said, "body");
    let mut log = log.into_inner().unwrap();
    assert_eq!(log.pop(), Some("guard"));
    log.sort_unstable();
    assert_eq!(log, ["forgotten", "held", "joined"]);
}

#[test]
fn a_panic_of_a_thread_goes_to_who_joins_it() {
    leak::scope(|s| {
        let guard = s.spawn(|| panic!("child"));
        assert_eq!(message(&*guard.join().unwrap_err()), "child");
    });
}

#[test]
fn a_panic_of_a_thread_leaves_the_drop_of_its_guard() {
    let said = panic_of(|| leak::scope(|s| drop(s.spawn(|| panic!("dropped")))));
    assert_eq!(said, "dropped");
}

#[test]
fn a_panic_of_a_forgotten_or_detached_thread_leaves_the_scope() {
    let log = Log::default();
    let said = panic_of(|| {
        leak::scope(|s| {
            s.own(Note(&log, "guard")).keep();
            core::mem::forget(s.spawn(|| panic!("forgotten")));
        });
    });
    assert_eq!(said, "forgotten");
    let said = panic_of(|| {
        leak::scope(|s| {
            s.own(Note(&log, "guard")).keep();
            s.spawn(|| panic!("detached")).detach();
        });
    });
    assert_eq!(said, "detached");
    assert_eq!(log.into_inner().unwrap(), ["guard", "guard"]);
}

#[test]
fn a_panic_of_a_thread_is_silent_while_its_owner_unwinds() {
    let said = panic_of(|| {
        leak::scope(|s| {
            let _guard = s.spawn(|| panic!("child"));
            core::mem::forget(s.spawn(|| panic!("forgotten child")));
            s.spawn(|| panic!("detached child")).detach();
            panic!("body");
        });
    });
    assert_eq!(said, "body");
}

#[test]
fn panicking_destructors_skip_nothing() {
    let log = Log::default();
    let said = panic_of(|| {
        leak::scope(|s| {
            s.own(Note(&log, "1")).keep();
            s.own(Bomb(Note(&log, "2"))).keep();
            s.own(Note(&log, "3")).keep();
            s.own(Bomb(Note(&log, "4"))).keep();
            s.own(Note(&log, "5")).keep();
            core::mem::forget(s.spawn(|| Note(&log, "6")));
        });
    });
    assert_eq!(said, "4", "the first panic is passed on");
    assert_eq!(log.into_inner().unwrap(), ["6", "5", "4", "3", "2", "1"]);
}

#[test]
fn panicking_destructors_skip_nothing_while_the_body_unwinds() {
    let log = Log::default();
    let said = panic_of(|| {
        leak::scope(|s| {
            s.own(Bomb(Note(&log, "1"))).keep();
            s.own(Bomb(Note(&log, "2"))).keep();
            core::mem::forget(s.spawn(|| Bomb(Note(&log, "3"))));
            panic!("body");
        });
    });
    assert_eq!(said, "body");
    assert_eq!(log.into_inner().unwrap(), ["3", "2", "1"]);
}

#[test]
fn a_panicking_destructor_of_a_handle_leaves_the_drop() {
    let log = Log::default();
    leak::scope(|s| {
        let held = s.own(Bomb(Note(&log, "bomb")));
        s.own(Note(&log, "other")).keep();
        assert_eq!(panic_of(|| drop(held)), "bomb");
        assert_eq!(*log.lock().unwrap(), ["bomb"]);
    });
    assert_eq!(log.into_inner().unwrap(), ["bomb", "other"]);
}

#[test]
fn panicking_results() {
    let log = Log::default();
    let said = panic_of(|| {
        leak::scope(|s| {
            s.own(Note(&log, "guard")).keep();
            s.spawn(|| Bomb(Note(&log, "detached result"))).detach();
        });
    });
    assert_eq!(said, "detached result");
    assert_eq!(log.into_inner().unwrap(), ["detached result", "guard"]);
}

#[test]
fn the_result_of_the_scope_is_dropped_when_a_guard_panics() {
    let log = Log::default();
    let said = panic_of(|| {
        leak::scope(|s| {
            s.own(Bomb(Note(&log, "guard"))).keep();
            Note(&log, "result")
        })
    });
    assert_eq!(said, "guard");
    assert_eq!(log.into_inner().unwrap(), ["guard", "result"]);
}

#[test]
fn payloads_that_panic_when_they_are_dropped() {
    struct Payload<const N: usize>;
    impl<const N: usize> Drop for Payload<N> {
        fn drop(&mut self) {
            assert!(N != 0, "payload");
            panic_any(Payload::<0>);
        }
    }
    let caught = catch_unwind(|| {
        leak::scope(|s| {
            for _ in 0..3 {
                core::mem::forget(s.spawn(|| resume_unwind(Box::new(Payload::<1>))));
                s.spawn(|| resume_unwind(Box::new(Payload::<1>))).detach();
            }
            resume_unwind(Box::new("body"));
        });
    });
    assert_eq!(message(&*caught.unwrap_err()), "body");
}

#[test]
fn activation_that_panics_leaves_nothing_behind() {
    struct Refuses<'a>(Note<'a>);
    impl<'a> Activate for Refuses<'a> {
        type Guard = Note<'a>;
        unsafe fn activate(self) -> Note<'a> {
            panic_any(self.0.1);
        }
    }
    let log = Log::default();
    leak::scope(|s| {
        assert_eq!(
            panic_of(|| s.hold(Refuses(Note(&log, "inert"))).keep()),
            "inert"
        );
        s.own(Note(&log, "other")).keep();
    });
    assert_eq!(log.into_inner().unwrap(), ["inert", "other"]);
}

#[test]
#[cfg_attr(miri, ignore = "Miri grants any stack size")]
fn a_thread_that_the_system_refuses() {
    let log = Log::default();
    leak::scope(|s| {
        let owned = Note(&log, "closure");
        let refused = leak::thread::Builder::new()
            .stack_size(usize::MAX / 4)
            .spawn_scoped(s, move || owned);
        assert!(refused.is_err());
        assert_eq!(*log.lock().unwrap(), ["closure"]);
        s.spawn(|| ()).join().unwrap();
    });
    let said = panic_of(|| {
        leak::scope(|s| {
            s.own(Note(&log, "guard")).keep();
            let owned = Bomb(Note(&log, "panicking closure"));
            let builder = leak::thread::Builder::new().stack_size(usize::MAX / 4);
            builder.spawn_scoped(s, move || owned).map(drop)
        })
    });
    assert_eq!(said, "panicking closure");
    assert_eq!(
        log.into_inner().unwrap(),
        ["closure", "panicking closure", "guard"]
    );
}
