//! `vec::drain_range`: a guard that leaves a vector broken until it is destroyed.
#![expect(clippy::mem_forget, reason = "what happens then is the point")]

use core::cell::{Cell, RefCell};
use core::ops::{Bound, RangeBounds};
use leak::vec::{DrainRange, Draining, drain_range};
use leak::{Activate, Held, Leak, LocalHeld};
use static_assertions::{assert_impl_all as yes, assert_not_impl_any as no};
use std::rc::Rc;
use std::sync::MutexGuard;
use test_support::{Bomb, Log, Note, forget_reachable, panic_of};

yes!(DrainRange<'static, u8>: Send, Sync, Unpin, Leak);
no!(DrainRange<'static, Rc<u8>>: Send, Sync);
yes!(DrainRange<'static, Rc<u8>>: Leak);
yes!(Draining<'static, u8>: Send, Unpin, Leak);
no!(Draining<'static, u8>: Sync);
no!(Draining<'static, MutexGuard<'static, u8>>: Send);

fn names<'a>(log: &'a Log, names: &[&'static str]) -> Vec<Note<'a>> {
    names.iter().map(|&name| Note(log, name)).collect()
}

fn shown(notes: &[Note<'_>]) -> Vec<&'static str> {
    notes.iter().map(|note| note.1).collect()
}

/// All ranges of short vectors, with every number of elements taken at both ends, dropped or
/// forgotten: as `std::vec::Drain`, if that is dropped.
#[test]
fn it_does_what_drain_of_std_does() {
    let longest = if cfg!(miri) { 3 } else { 6 };
    for len in 0..=longest {
        for (start, end) in (0..=len).flat_map(|end| (0..=end).map(move |start| (start, end))) {
            for (front, back) in
                (0..=end - start).flat_map(|f| (0..=end - start - f).map(move |b| (f, b)))
            {
                for forget in [false, true] {
                    let mut expected: Vec<String> = (0..len).map(|n| n.to_string()).collect();
                    let mut ours = expected.clone();
                    let mut drain = expected.drain(start..end);
                    let mut taken: Vec<_> = drain.by_ref().take(front).collect();
                    taken.extend(drain.by_ref().rev().take(back));
                    let left = drain.len();
                    drop(drain);

                    leak::local_scope(|s| {
                        let drain = s.hold(drain_range(&mut ours, start..end));
                        let mut got: Vec<_> = (&*drain).take(front).collect();
                        got.extend((&*drain).rev().take(back));
                        assert_eq!(got, taken);
                        assert_eq!((drain.len(), drain.is_empty()), (left, left == 0));
                        assert_eq!((&*drain).size_hint(), (left, Some(left)));
                        if forget {
                            core::mem::forget(drain);
                        }
                    });
                    assert_eq!(ours, expected);
                    ours.push(String::from("it is a vector again"));
                }
            }
        }
    }
}

#[test]
fn ranges_of_every_kind() {
    fn left(range: impl RangeBounds<usize>) -> Vec<usize> {
        let mut numbers: Vec<_> = (0..5).collect();
        leak::local_scope(|s| s.hold(drain_range(&mut numbers, range)).keep());
        numbers
    }
    use Bound::{Excluded, Included, Unbounded};
    assert_eq!(left(..), []);
    assert_eq!(left(2..), [0, 1]);
    assert_eq!(left(..2), [2, 3, 4]);
    assert_eq!(left(..=2), [3, 4]);
    assert_eq!(left(1..=1), [0, 2, 3, 4]);
    assert_eq!(left(3..3), [0, 1, 2, 3, 4]);
    assert_eq!(left(5..5), [0, 1, 2, 3, 4]);
    assert_eq!(left((Excluded(0), Included(3))), [0, 4]);
    assert_eq!(left((Excluded(4), Unbounded)), [0, 1, 2, 3, 4]);
}

#[test]
fn ranges_that_are_none() {
    use Bound::{Excluded, Included, Unbounded};
    let mut numbers = vec![0, 1, 2];
    let mut refused =
        |range: (Bound<usize>, Bound<usize>)| panic_of(|| drop(drain_range(&mut numbers, range)));
    for (range, said) in [
        ((Included(2), Excluded(1)), "starts at 2 and ends at 1"),
        ((Included(4), Unbounded), "starts at 4 and ends at 3"),
        ((Included(0), Excluded(4)), "ends at 4, and the vector at 3"),
        ((Included(0), Included(3)), "ends at 4, and the vector at 3"),
        ((Unbounded, Included(usize::MAX)), "beyond `usize::MAX`"),
        ((Excluded(usize::MAX), Unbounded), "beyond `usize::MAX`"),
    ] {
        let panic = refused(range);
        assert!(panic.contains(said), "{range:?}: {panic}");
    }
    assert_eq!(numbers, [0, 1, 2]);
}

/// Each bound is asked for once, so a range that changes its mind can't get out of the vector.
#[test]
fn a_range_that_lies() {
    struct Grows {
        asked: Cell<usize>,
    }
    impl RangeBounds<usize> for Grows {
        fn start_bound(&self) -> Bound<&usize> {
            Bound::Unbounded
        }
        fn end_bound(&self) -> Bound<&usize> {
            let asked = self.asked.replace(self.asked.get() + 1);
            Bound::Excluded(if asked == 0 { &2 } else { &1000 })
        }
        fn contains<U: ?Sized + PartialOrd<usize>>(&self, _: &U) -> bool {
            true
        }
    }
    let mut numbers = vec![0, 1, 2];
    leak::local_scope(|s| {
        let range = Grows {
            asked: Cell::new(0),
        };
        s.hold(drain_range(&mut numbers, range)).keep();
    });
    assert_eq!(numbers, [2]);
}

#[test]
fn nothing_happens_while_it_is_inert() {
    let log = Log::default();
    let mut vec = names(&log, &["a", "b"]);
    drop(drain_range(&mut vec, ..)); // forgotten, in the docs
    assert_eq!(
        format!("{:?}", drain_range(&mut vec, 1..)),
        "DrainRange(Some([b]))"
    );
    assert_eq!(shown(&vec), ["a", "b"]);
    assert!(log.lock().unwrap().is_empty());
}

/// The guard of std gives up what is behind the range when it is made, in case it will be forgotten.
#[test]
fn forgotten_it_loses_nothing() {
    let mut of_std = vec![0, 1, 2, 3];
    core::mem::forget(of_std.drain(1..2));
    assert_eq!(of_std, [0], "leak amplification");

    let mut ours = vec![0, 1, 2, 3];
    leak::local_scope(|s| core::mem::forget(s.hold(drain_range(&mut ours, 1..2))));
    assert_eq!(ours, [0, 2, 3]);
}

#[test]
fn each_element_is_dropped_once() {
    let log = Log::default();
    let mut vec = names(&log, &["a", "b", "c", "d", "e", "f"]);
    let taken = leak::local_scope(|s| {
        let drain = s.hold(drain_range(&mut vec, 1..5));
        let taken = [drain.next(), drain.next_back()];
        assert_eq!(format!("{:?}", *drain), "Draining { left: 2, .. }");
        drop(drain);
        taken
    });
    assert_eq!(*log.lock().unwrap(), ["c", "d"]);
    drop(taken);
    assert_eq!(*log.lock().unwrap(), ["c", "d", "b", "e"]);
    assert_eq!(shown(&vec), ["a", "f"]);
    drop(vec);
    assert_eq!(log.into_inner().unwrap(), ["c", "d", "b", "e", "a", "f"]);
}

#[test]
fn in_an_rc_cycle() {
    struct Knot<'s, 'v, 'n> {
        _drain: LocalHeld<'s, Draining<'v, Note<'n>>>,
        knot: RefCell<Option<Rc<Self>>>,
    }
    let log = Log::default();
    let mut vec = names(&log, &["a", "b", "c", "d"]);
    leak::local_scope(|s| {
        let drain = s.hold(drain_range(&mut vec, 1..3));
        let b = drain.next();
        let knot = Rc::new(Knot {
            _drain: drain,
            knot: RefCell::default(),
        });
        *knot.knot.borrow_mut() = Some(Rc::clone(&knot));
        forget_reachable(knot);
        drop(b);
    });
    assert_eq!(shown(&vec), ["a", "d"]);
    assert_eq!(*log.lock().unwrap(), ["b", "c"]);
}

/// What is dropped may panic: the others are dropped all the same, and the vector is whole.
#[test]
fn an_element_that_panics_when_it_is_dropped() {
    enum Element<'a> {
        #[expect(dead_code, reason = "dropped")]
        Quiet(Note<'a>),
        #[expect(dead_code, reason = "dropped")]
        Loud(Bomb<'a>),
    }
    for early in [false, true] {
        let log = Log::default();
        let mut vec: Vec<_> = ["a", "b", "c", "d", "e"]
            .map(|name| match name {
                "c" => Element::Loud(Bomb(Note(&log, name))),
                _ => Element::Quiet(Note(&log, name)),
            })
            .into();
        let said = panic_of(|| {
            leak::local_scope(|s| {
                let drain = s.hold(drain_range(&mut vec, 1..4));
                if early {
                    drop(drain);
                } else {
                    drain.keep();
                }
            });
        });
        assert_eq!(said, "c");
        assert_eq!(*log.lock().unwrap(), ["b", "c", "d"]);
        assert_eq!(vec.len(), 2);
        vec.truncate(1);
        assert_eq!(*log.lock().unwrap(), ["b", "c", "d", "e"]);
        drop(vec);
        assert_eq!(log.into_inner().unwrap(), ["b", "c", "d", "e", "a"]);
    }
}

#[test]
fn the_body_panics() {
    let log = Log::default();
    let mut vec = names(&log, &["a", "b", "c", "d"]);
    let said = panic_of(|| {
        leak::local_scope(|s| {
            let drain = s.hold(drain_range(&mut vec, 1..3));
            let _b = drain.next();
            drain.keep();
            panic!("body");
        });
    });
    assert_eq!(said, "body");
    assert_eq!(shown(&vec), ["a", "d"]);
}

/// An element that panics while the body unwinds already: it is caught where it is, the vector is mended.
#[test]
fn an_element_panics_while_the_body_unwinds() {
    let log = Log::default();
    let mut vec: Vec<_> = ["a", "b", "c"].map(|name| Bomb(Note(&log, name))).into();
    let said = panic_of(|| {
        leak::local_scope(|s| {
            s.hold(drain_range(&mut vec, 1..2)).keep();
            panic!("body");
        });
    });
    assert_eq!(said, "body");
    assert_eq!(vec.len(), 2);
    assert_eq!(*log.lock().unwrap(), ["b"]);
    for (bomb, name) in vec.into_iter().zip(["a", "c"]) {
        assert_eq!(panic_of(|| drop(bomb)), name);
    }
}

#[test]
fn elements_without_a_size() {
    thread_local!(static DROPS: Cell<u32> = const { Cell::new(0) });
    struct Unit;
    impl Drop for Unit {
        fn drop(&mut self) {
            DROPS.set(DROPS.get() + 1);
        }
    }
    let mut vec: Vec<Unit> = (0..5).map(|_| Unit).collect();
    leak::local_scope(|s| {
        let drain = s.hold(drain_range(&mut vec, 1..4));
        drop(drain.next());
        drop(drain.next_back());
        assert_eq!(DROPS.get(), 2);
        drain.keep();
    });
    assert_eq!((DROPS.get(), vec.len()), (3, 2));
    drop(vec);
    assert_eq!(DROPS.get(), 5);

    let mut most = vec![(); usize::MAX];
    leak::local_scope(|s| s.hold(drain_range(&mut most, 7..usize::MAX - 1)).keep());
    assert_eq!(most.len(), 8);
}

#[test]
fn drains_in_drains() {
    let log = Log::default();
    let mut rows = vec![
        names(&log, &["a", "b", "c"]),
        names(&log, &["d", "e", "f"]),
        names(&log, &["g", "h", "i"]),
    ];
    let middles = leak::local_scope(|outer| {
        let drain = outer.hold(drain_range(&mut rows, ..2));
        let mut middles = Vec::new();
        for mut row in &*drain {
            let middle = leak::local_scope(|inner| {
                let drain = inner.hold(drain_range(&mut row, 1..));
                drain.next()
            });
            middles.extend(middle);
            assert_eq!(row.len(), 1);
        }
        middles
    });
    assert_eq!(shown(&middles), ["b", "e"]);
    assert_eq!(*log.lock().unwrap(), ["c", "a", "f", "d"]);
    assert_eq!(rows.len(), 1);
    assert_eq!(shown(&rows[0]), ["g", "h", "i"]);
}

#[test]
fn elements_are_drained_by_another_thread() {
    let mut words: Vec<String> = ["a", "b", "c", "d"].map(String::from).into();
    let taken = leak::scope(|s| {
        let drain: Held<'_, Draining<'_, String>> = s.hold(drain_range(&mut words, 1..3));
        s.spawn(move || drain.into_iter().collect::<String>())
            .join()
            .unwrap()
    });
    assert_eq!(taken, "bc");
    assert_eq!(words, ["a", "d"]);
}

#[leak::framed]
fn find(words: &mut Vec<String>, wanted: &str) -> Result<usize, &'static str> {
    leak::frame!(s);
    let drain = s.hold(drain_range(words, ..));
    for (i, word) in drain.into_iter().enumerate() {
        if word == wanted {
            return Ok(i);
        }
    }
    Err("it is not there")
}

#[test]
fn in_a_frame() {
    let mut words: Vec<String> = ["a", "b", "c"].map(String::from).into();
    assert_eq!(find(&mut words, "b"), Ok(1));
    assert_eq!(find(&mut words, "b"), Err("it is not there"));
    assert!(words.is_empty());
}

#[test]
fn by_value() {
    let mut numbers = vec![1, 2, 3];
    {
        // SAFETY: 1. and 2. A local variable that nothing moves.
        let drain = unsafe { drain_range(&mut numbers, ..2).activate() };
        assert_eq!(drain.next(), Some(1));
    }
    assert_eq!(numbers, [3]);
}
