//! `arena`: what its end does, when values that are destroyed look at each other.
#![cfg(feature = "bumpalo")]
#![expect(clippy::mem_forget, reason = "what happens then is the point")]

use core::cell::{Cell, RefCell};
use leak::Activate;
use leak::arena::{self, Arena, Boxed, Rc, Weak};
use std::sync::Mutex;
use test_support::{Bomb, Log, Note, leak_reachable, panic_of};

/// A value with edges to others of its arena, which looks at them when it is destroyed.
struct Node<'a> {
    note: Note<'a>,
    edges: RefCell<Vec<Rc<'a, Node<'a>>>>,
    saw: &'a Mutex<Vec<(&'static str, Option<&'static str>)>>,
}

impl Drop for Node<'_> {
    fn drop(&mut self) {
        for edge in self.edges.get_mut() {
            let other = edge.try_with(|node| node.note.1);
            assert_eq!(other.is_none(), edge.is_destroyed());
            self.saw.lock().unwrap().push((self.note.1, other));
        }
    }
}

type Saw = Mutex<Vec<(&'static str, Option<&'static str>)>>;

fn node<'a>(
    arena: &'a Arena<'a, '_>,
    log: &'a Log,
    saw: &'a Saw,
    name: &'static str,
) -> Rc<'a, Node<'a>> {
    arena.rc(Node {
        note: Note(log, name),
        edges: RefCell::default(),
        saw,
    })
}

fn edge<'a>(from: &Rc<'a, Node<'a>>, to: &Rc<'a, Node<'a>>) {
    from.with(|node| node.edges.borrow_mut().push(to.clone()));
}

#[test]
fn cycles_are_destroyed() {
    let (log, saw) = (Log::default(), Saw::default());
    arena::scope(|arena| {
        let [a, b, c] = ["a", "b", "c"].map(|name| node(arena, &log, &saw, name));
        edge(&a, &b);
        edge(&b, &c);
        edge(&c, &a);
        edge(&a, &a);
        core::mem::forget(b);
        assert_eq!((a.strong_count(), c.strong_count()), (3, 2));
    });
    assert_eq!(log.into_inner().unwrap(), ["c", "b", "a"]);
    // Each in its turn, the newest first: who was gone wasn't seen.
    assert_eq!(
        saw.into_inner().unwrap(),
        [("c", Some("a")), ("b", None), ("a", None), ("a", None)]
    );
}

#[test]
fn what_only_one_value_owns_goes_with_it() {
    let (log, saw) = (Log::default(), Saw::default());
    arena::scope(|arena| {
        let leaf = node(arena, &log, &saw, "leaf");
        let root = node(arena, &log, &saw, "root");
        edge(&root, &leaf);
        drop(leaf);
        root.keep();
        node(arena, &log, &saw, "newest").keep();
    });
    assert_eq!(log.into_inner().unwrap(), ["newest", "root", "leaf"]);
    assert_eq!(saw.into_inner().unwrap(), [("root", Some("leaf"))]);
}

#[test]
fn a_destructor_looks_at_what_is_gone() {
    struct Looks<'a> {
        at: RefCell<Option<Rc<'a, Note<'a>>>>,
        weak: RefCell<Option<Weak<'a, Note<'a>>>>,
        log: &'a Log,
    }
    impl Drop for Looks<'_> {
        fn drop(&mut self) {
            let weak = self.weak.get_mut().as_ref().unwrap();
            assert!(weak.upgrade().is_none());
            assert_eq!(weak.strong_count(), 0);
            let rc = self.at.get_mut().as_ref().unwrap().clone();
            assert_eq!(
                (rc.strong_count(), format!("{rc:?}")),
                (0, "(destroyed)".into())
            );
            assert!(rc.clone().into_inner().is_none());
            assert!(rc.downgrade().ptr_eq(weak));
            self.log.lock().unwrap().push("looks");
            rc.with(|_| unreachable!());
        }
    }
    let log = Log::default();
    let said = panic_of(|| {
        arena::scope(|arena| {
            arena.rc(Note(&log, "older")).keep();
            let looks = arena.rc(Looks {
                at: RefCell::default(),
                weak: RefCell::default(),
                log: &log,
            });
            let newer = arena.rc(Note(&log, "newer"));
            looks.with(|looks| {
                looks.weak.replace(Some(newer.downgrade()));
                looks.at.replace(Some(newer));
            });
            looks.keep();
        });
    });
    assert!(
        said.contains("was destroyed before the one that looks at it"),
        "{said}"
    );
    assert_eq!(log.into_inner().unwrap(), ["newer", "looks", "older"]);
}

/// The value that is destroyed can't be reached by the handles to it in its own fields.
#[test]
fn a_destructor_looks_at_itself() {
    struct Me<'a>(
        Weak<'a, Me<'a>>,
        RefCell<Option<Rc<'a, Me<'a>>>>,
        &'a Cell<u32>,
    );
    impl Drop for Me<'_> {
        fn drop(&mut self) {
            assert!(self.0.upgrade().is_none());
            if let Some(me) = self.1.get_mut() {
                assert!(me.is_destroyed());
                assert!(me.try_with(|_| ()).is_none());
            }
            self.2.set(self.2.get() + 1);
        }
    }
    let drops = Cell::new(0);
    arena::scope(|arena| {
        let make = || arena.rc_cyclic(|me| Me(me.clone(), RefCell::default(), &drops));
        drop(make());
        assert_eq!(drops.get(), 1);
        let me = make();
        me.with(|own| own.1.replace(Some(me.clone())));
    });
    assert_eq!(drops.get(), 2);
}

/// What is boxed, leaked or held outlives everything that can point to it.
#[test]
fn destructors_read_what_is_boxed() {
    struct Reads<'a>(
        RefCell<Vec<&'a String>>,
        RefCell<Option<Boxed<'a, String>>>,
        &'a Log,
    );
    impl Drop for Reads<'_> {
        fn drop(&mut self) {
            assert_eq!(*self.0.get_mut(), ["newer", "older"]);
            assert_eq!(self.1.get_mut().as_deref().unwrap(), "its own");
            self.2.lock().unwrap().push("reads");
        }
    }
    let log = Log::default();
    arena::scope(|arena| {
        let older: &String = Boxed::leak(arena.boxed(String::from("older")));
        let reads = arena.rc(Reads(RefCell::default(), RefCell::default(), &log));
        let newer: &String = Boxed::leak(arena.boxed(String::from("newer")));
        let own = arena.boxed(String::from("its own"));
        reads.with(|reads| {
            reads.0.borrow_mut().extend([newer, older]);
            reads.1.replace(Some(own));
        });
        // A box of a box of std that nobody drops: a reference to a handle as long as the arena.
        let handle: &Boxed<'_, String> = leak_in(arena.boxed(String::from("newer")));
        let again: &String = handle;
        reads.with(|reads| reads.0.borrow_mut()[0] = again);
        reads.keep();
        Boxed::keep(arena.boxed(Note(&log, "boxed")));
    });
    assert_eq!(log.into_inner().unwrap(), ["reads", "boxed"]);
}

/// A reference as long as can be to something of std's heap.
fn leak_in<'a, T: 'a>(value: T) -> &'a T {
    leak_reachable(value)
}

/// A handle that std has leaked, in a destructor: it is looked at, not trusted.
#[test]
fn a_leaked_handle_in_a_destructor() {
    struct Reads<'a>(Cell<Option<&'a Rc<'a, Note<'a>>>>, &'a Cell<bool>);
    impl Drop for Reads<'_> {
        fn drop(&mut self) {
            assert!(self.0.get().unwrap().try_with(|_| ()).is_none());
            self.1.set(true);
        }
    }
    let (log, read) = (Log::default(), Cell::new(false));
    arena::scope(|arena| {
        let reads = arena.rc(Reads(Cell::new(None), &read));
        let handle = leak_in(arena.rc(Note(&log, "newer")));
        reads.with(|reads| reads.0.set(Some(handle)));
        reads.keep();
    });
    assert!(read.get());
    assert_eq!(log.into_inner().unwrap(), ["newer"]);
}

#[test]
fn panicking_destructors_skip_nothing() {
    let log = Log::default();
    let said = panic_of(|| {
        arena::scope(|arena| {
            Boxed::keep(arena.boxed(Note(&log, "box 1")));
            Boxed::keep(arena.boxed(Bomb(Note(&log, "box 2"))));
            arena.rc(Note(&log, "rc 1")).keep();
            arena.rc(Bomb(Note(&log, "rc 2"))).keep();
            arena.rc(Bomb(Note(&log, "rc 3"))).keep();
            Boxed::keep(arena.boxed(Bomb(Note(&log, "box 3"))));
            Note(&log, "result")
        })
    });
    assert_eq!(said, "rc 3");
    assert_eq!(
        log.into_inner().unwrap(),
        ["rc 3", "rc 2", "rc 1", "box 3", "box 2", "box 1", "result"]
    );
}

#[test]
fn the_body_panics() {
    let (log, saw) = (Log::default(), Saw::default());
    let said = panic_of(|| {
        arena::scope(|arena| {
            let [a, b] = ["a", "b"].map(|name| node(arena, &log, &saw, name));
            edge(&a, &b);
            edge(&b, &a);
            Boxed::keep(arena.boxed(Bomb(Note(&log, "bomb"))));
            arena.rc(Bomb(Note(&log, "another"))).keep();
            arena.rc(1).with(|_| panic!("body"));
        });
    });
    assert_eq!(said, "body");
    assert_eq!(log.into_inner().unwrap(), ["another", "b", "a", "bomb"]);
}

/// Destructors allocate in the arena that is being torn down.
#[test]
fn destructors_allocate() {
    struct Again<'a, 'env> {
        arena: &'a Arena<'a, 'env>,
        left: u32,
        log: &'env Log,
    }
    impl Drop for Again<'_, '_> {
        fn drop(&mut self) {
            let Self { arena, left, log } = *self;
            Boxed::keep(arena.boxed(Note(log, "box")));
            drop(arena.boxed(Note(log, "dropped")));
            arena.hold(Rings(log));
            arena.rc(Note(log, "rc")).keep();
            if let Some(left) = left.checked_sub(1) {
                arena.rc(Again { arena, left, log }).keep();
            }
        }
    }
    struct Rings<'a>(&'a Log);
    impl<'a> Activate for Rings<'a> {
        type Guard = Note<'a>;
        unsafe fn activate(self) -> Note<'a> {
            Note(self.0, "guard")
        }
    }
    let log = Log::default();
    arena::scope(|arena| {
        let left = 1;
        arena
            .rc(Again {
                arena,
                left,
                log: &log,
            })
            .keep();
    });
    assert_eq!(
        log.into_inner().unwrap(),
        [
            "dropped", "dropped", "rc", "rc", "guard", "box", "guard", "box"
        ]
    );
}

/// A destructor hands its handles on to a value that is still there.
#[test]
fn a_destructor_gives_its_handles_away() {
    struct Gives<'a> {
        to: Rc<'a, RefCell<Vec<Rc<'a, Note<'a>>>>>,
        what: RefCell<Vec<Rc<'a, Note<'a>>>>,
    }
    impl Drop for Gives<'_> {
        fn drop(&mut self) {
            let what = core::mem::take(self.what.get_mut());
            self.to.with(|to| to.borrow_mut().extend(what));
        }
    }
    let log = Log::default();
    arena::scope(|arena| {
        let to = arena.rc(RefCell::default());
        let what = RefCell::new(vec![arena.rc(Note(&log, "older"))]);
        let gives = arena.rc(Gives {
            to: to.clone(),
            what,
        });
        let newer = arena.rc(Note(&log, "newer"));
        gives.with(|gives| gives.what.borrow_mut().push(newer));
        gives.keep();
    });
    assert_eq!(log.into_inner().unwrap(), ["newer", "older"]);
}

/// Random graphs, of which some handles are dropped, some forgotten, some edges cut, at times from a
/// destructor: each value is destroyed exactly once, and a destructor sees a neighbour exactly while
/// that isn't destroyed.
#[test]
fn random_graphs() {
    struct Wild<'a> {
        id: usize,
        edges: RefCell<Vec<Rc<'a, Wild<'a>>>>,
        weak: RefCell<Vec<(usize, Weak<'a, Wild<'a>>)>>,
        drops: &'a [Cell<u32>],
    }
    impl Drop for Wild<'_> {
        fn drop(&mut self) {
            self.drops[self.id].set(self.drops[self.id].get() + 1);
            for (id, weak) in self.weak.get_mut() {
                let seen = weak.upgrade();
                assert_eq!(seen.is_some(), self.drops[*id].get() == 0);
                if let Some(other) = seen {
                    assert_eq!(other.with(|other| other.id), *id);
                    // Cuts an edge of a neighbour, which may destroy others from here.
                    let cut = other.with(|other| other.edges.borrow_mut().pop());
                    drop(cut);
                }
            }
        }
    }
    let rounds = if cfg!(miri) { 8 } else { 400 };
    let mut random = 0x9e37_79b9_u32;
    let mut next = |below: usize| {
        random ^= random << 13;
        random ^= random >> 17;
        random ^= random << 5;
        usize::try_from(random).unwrap() % below
    };
    for _ in 0..rounds {
        let size = 1 + next(12);
        let drops: Vec<_> = (0..size).map(|_| Cell::new(0)).collect();
        arena::scope(|arena| {
            let nodes: Vec<_> = (0..size)
                .map(|id| {
                    arena.rc(Wild {
                        id,
                        edges: RefCell::default(),
                        weak: RefCell::default(),
                        drops: &drops,
                    })
                })
                .collect();
            for _ in 0..next(3 * size) {
                let (from, to) = (&nodes[next(size)], &nodes[next(size)]);
                from.with(|from| from.edges.borrow_mut().push(to.clone()));
            }
            for _ in 0..next(2 * size) {
                let (from, to) = (&nodes[next(size)], next(size));
                from.with(|from| from.weak.borrow_mut().push((to, nodes[to].downgrade())));
            }
            for node in nodes {
                match next(3) {
                    0 => node.keep(),
                    _ => drop(node),
                }
            }
        });
        assert!(drops.iter().all(|drops| drops.get() == 1), "{drops:?}");
    }
}

#[test]
fn arenas_in_arenas() {
    let (log, saw) = (Log::default(), Saw::default());
    arena::scope(|outer| {
        let shared = node(outer, &log, &saw, "outer");
        arena::scope(|inner| {
            // An inner box may hold handles of the outer arena.
            Boxed::keep(inner.boxed(shared.clone()));
            core::mem::forget(inner.rc(RefCell::new(shared.clone())));
            Boxed::keep(inner.boxed(Note(&log, "inner")));
            assert_eq!(shared.strong_count(), 3);
        });
        assert_eq!(shared.strong_count(), 1);
        // The last handle goes with an inner arena, while this value is looked at.
        let other = node(outer, &log, &saw, "other");
        shared.with(|_| {
            arena::scope(|inner| Boxed::keep(inner.boxed(other)));
            assert_eq!(*log.lock().unwrap(), ["inner", "other"]);
        });
    });
    assert_eq!(log.into_inner().unwrap(), ["inner", "other", "outer"]);
}
