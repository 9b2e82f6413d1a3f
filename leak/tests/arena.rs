//! `arena`: an allocator that lends, so that nothing in it can be leaked.
#![cfg(feature = "bumpalo")]
#![expect(clippy::mem_forget, reason = "what happens then is the point")]

use core::cell::{Cell, RefCell};
use leak::arena::{self, Arena, Boxed, Rc, Weak};
use leak::{Activate, Leak};
use static_assertions::{assert_impl_all as yes, assert_not_impl_any as no};
use test_support::{Bomb, Log, Note, panic_of};

yes!(Arena<'static, 'static>: Unpin, Leak);
no!(Arena<'static, 'static>: Send, Sync);
yes!(Boxed<'static, *const u8>: Unpin, Leak);
no!(Boxed<'static, u8>: Send, Sync);
yes!(Rc<'static, *const u8>: Unpin, Leak, Clone);
no!(Rc<'static, u8>: Send, Sync);
yes!(Weak<'static, *const u8>: Unpin, Leak, Clone);
no!(Weak<'static, u8>: Send, Sync);

#[test]
fn variance_and_sizes() {
    fn boxed<'short>(x: Boxed<'static, &'static str>) -> Boxed<'short, &'static str> {
        x
    }
    fn rc<'short>(x: Rc<'static, &'static str>) -> Rc<'short, &'short str> {
        x
    }
    fn weak<'short>(x: Weak<'static, &'static str>) -> Weak<'short, &'short str> {
        x
    }
    _ = (boxed, rc, weak);
    let word = size_of::<usize>();
    assert_eq!(size_of::<Option<Boxed<'_, String>>>(), 2 * word);
    assert_eq!(size_of::<Option<Rc<'_, String>>>(), 2 * word);
    assert_eq!(size_of::<Option<Weak<'_, String>>>(), 2 * word);
}

#[test]
fn forgotten_boxes_are_destroyed_newest_first() {
    let log = Log::default();
    let result = arena::scope(|arena| {
        core::mem::forget(arena.boxed(Note(&log, "first")));
        Boxed::keep(arena.boxed(Note(&log, "second")));
        drop(arena.boxed(Note(&log, "dropped")));
        let _local = arena.boxed(Note(&log, "local"));
        let leaked: &mut Note<'_> = Boxed::leak(arena.boxed(Note(&log, "leaked")));
        leaked.1 = "changed";
        Boxed::into_inner(arena.boxed(Note(&log, "moved out")))
    });
    assert_eq!(
        *log.lock().unwrap(),
        ["dropped", "local", "changed", "second", "first"]
    );
    drop(result);
    assert_eq!(log.into_inner().unwrap().last(), Some(&"moved out"));
}

#[test]
fn the_last_handle_destroys_at_once() {
    let log = Log::default();
    arena::scope(|arena| {
        let one = arena.rc(Note(&log, "one"));
        let other = one.clone();
        drop(one);
        assert!(log.lock().unwrap().is_empty());
        assert_eq!(format!("{other:?}"), "one");
        drop(other);
        assert_eq!(*log.lock().unwrap(), ["one"]);
    });
    assert_eq!(log.into_inner().unwrap(), ["one"]);
}

#[test]
fn a_handle_whose_value_panics() {
    let log = Log::default();
    arena::scope(|arena| {
        let boxed = arena.boxed(Bomb(Note(&log, "box")));
        assert_eq!(panic_of(|| drop(boxed)), "box");
        let rc = arena.rc(Bomb(Note(&log, "rc")));
        let weak = rc.downgrade();
        assert_eq!(panic_of(|| drop(rc)), "rc");
        assert!(weak.upgrade().is_none());
        Boxed::keep(arena.boxed(Note(&log, "kept")));
    });
    assert_eq!(log.into_inner().unwrap(), ["box", "rc", "kept"]);
}

#[test]
fn a_cyclic_value_that_is_not_made() {
    let log = Log::default();
    arena::scope(|arena| {
        let kept = RefCell::new(None);
        let said = panic_of(|| {
            arena.rc_cyclic(|weak: &Weak<'_, Note<'_>>| {
                kept.replace(Some(weak.clone()));
                let _made_before = Note(&log, "made before");
                panic!("no");
            })
        });
        assert_eq!(said, "no");
        assert!(kept.take().unwrap().upgrade().is_none());
    });
    assert_eq!(log.into_inner().unwrap(), ["made before"]);
}

#[test]
fn values_are_moved_out() {
    let log = Log::default();
    let moved = arena::scope(|arena| {
        let one = arena.rc(Note(&log, "shared"));
        let weak = one.downgrade();
        let other = one.clone();
        assert!(one.into_inner().is_none());
        let moved = other.into_inner();
        assert!(weak.upgrade().is_none());
        moved
    });
    assert!(log.lock().unwrap().is_empty());
    drop(moved);
    assert_eq!(log.into_inner().unwrap(), ["shared"]);
}

#[test]
fn values_of_every_layout() {
    #[repr(align(256))]
    struct Aligned(u8, #[expect(dead_code, reason = "dropped")] String);
    thread_local!(static DROPS: Cell<u32> = const { Cell::new(0) });
    struct Unit;
    impl Drop for Unit {
        fn drop(&mut self) {
            DROPS.set(DROPS.get() + 1);
        }
    }
    arena::scope(|arena| {
        // Of no size, while the arena has no memory yet.
        #[repr(align(256))]
        struct Nothing;
        let (unit, nothing) = (arena.boxed(()), arena.boxed(Nothing));
        assert_eq!((*unit, (&raw const *nothing).addr() % 256), ((), 0));
        for n in 0..20_u8 {
            let aligned = arena.boxed(Aligned(n, String::from("a")));
            assert_eq!((&raw const *aligned).addr() % 256, 0);
            assert_eq!(aligned.0, n);
            let shared = arena.rc(Aligned(n, String::from("b")));
            shared.with(|aligned| assert_eq!((&raw const *aligned).addr() % 256, 0));
            Boxed::keep(aligned);
            shared.keep();
            Boxed::keep(arena.boxed(Unit));
            arena.rc(Unit).keep();
            arena.rc(()).keep();
            let plain: &mut [u8; 3] = Boxed::leak(arena.boxed([n; 3]));
            plain[1] = 0;
            assert_eq!(arena.rc(plain).with(|plain| plain[2]), n);
            drop(arena.boxed(0));
            assert_eq!(Boxed::into_inner(arena.boxed(n)), n);
            assert_eq!(arena.rc(n).into_inner(), Some(n));
        }
        assert_eq!(DROPS.get(), 0);
    });
    assert_eq!(DROPS.get(), 40);
}

/// Arenas of several threads share nothing, not even where they have no memory yet (`bumpalo` before 3.20.4
/// wrote to a static there; the thread sanitizer sees it).
#[test]
fn arenas_share_nothing() {
    std::thread::scope(|s| {
        for _ in 0..4 {
            s.spawn(|| {
                for _ in 0..100 {
                    arena::scope(|arena| {
                        let (a, b) = (arena.boxed(()), arena.boxed([0_u64; 0]));
                        let c = arena.rc(());
                        assert_eq!((*a, b.len(), c.into_inner()), ((), 0, Some(())));
                    });
                }
            });
        }
    });
}

#[test]
fn guards_are_held_to_the_end() {
    /// Sets a flag for as long as the guard lives.
    struct Raise<'a>(&'a Cell<bool>, bool);
    struct Raised<'a>(&'a Cell<bool>);
    impl<'a> Activate for Raise<'a> {
        type Guard = Raised<'a>;
        unsafe fn activate(self) -> Raised<'a> {
            assert!(self.1, "refused");
            self.0.set(true);
            Raised(self.0)
        }
    }
    impl Drop for Raised<'_> {
        fn drop(&mut self) {
            assert!(self.0.replace(false));
        }
    }
    let flag = Cell::new(false);
    arena::scope(|arena| {
        assert_eq!(
            panic_of(|| arena.hold(Raise(&flag, false)).0.get()),
            "refused"
        );
        let raised: &Raised<'_> = arena.hold(Raise(&flag, true));
        assert!(raised.0.get());
        // A shared value may use the guard.
        arena.rc(raised).keep();
    });
    assert!(!flag.get());
    let said = panic_of(|| {
        arena::scope(|arena| {
            arena.hold(Raise(&flag, true));
            panic!("body");
        });
    });
    assert_eq!((said.as_str(), flag.get()), ("body", false));
}

#[test]
fn a_vector_is_drained_in_an_arena() {
    let log = Log::default();
    let mut vec: Vec<_> = ["a", "b", "c", "d"].map(|name| Note(&log, name)).into();
    arena::scope(|arena| {
        let drain = arena.hold(leak::vec::drain_range(&mut vec, 1..3));
        let shared = arena.rc(drain); // what a cycle holds may take from it
        drop(shared.with(|drain| drain.next()));
        assert_eq!(*log.lock().unwrap(), ["b"]);
        shared.keep();
    });
    assert_eq!(*log.lock().unwrap(), ["b", "c"]);
    assert_eq!(vec.len(), 2);
}

#[test]
fn handles_are_shown() {
    arena::scope(|arena| {
        let mut boxed = arena.boxed(1);
        *boxed.as_mut() += 1;
        assert_eq!(format!("{boxed:?} {boxed} {}", boxed.as_ref()), "2 2 2");
        let rc = arena.rc("text");
        assert_eq!(format!("{rc:?} {:?}", rc.downgrade()), "\"text\" (Weak)");
        assert_eq!(format!("{arena:?}"), "Arena { .. }");
    });
}
