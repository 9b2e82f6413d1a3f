//! Guards in `Rc` and `Arc`, by what they own: every one of them is destroyed, once, whatever is tried.
#![cfg(feature = "std")]

use core::cell::{Cell, RefCell};
use core::panic::AssertUnwindSafe;
use leak::ownership::Forgettable;
use leak::{AllowedInRc, Disowns, Leak, LeakFn, RankedLeak, Unleak, rc, sync};
use std::panic::catch_unwind;
use std::sync::Mutex;
use test_support::{Log, Note, panic_of, sorted};

/// Must be destroyed before `'a` ends. Not `Leak`.
#[derive(leak::Unleak, AllowedInRc, Disowns, RankedLeak)]
#[allowed_in_rc(bound = "")]
struct Guard<'a> {
    returned: Unleak<&'a Cell<u32>>,
}

impl<'a> Guard<'a> {
    fn new(returned: &'a Cell<u32>) -> Self {
        Self {
            returned: Unleak(returned),
        }
    }
}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        self.returned.set(self.returned.get() + 1);
    }
}

#[test]
fn each_way_in_destroys_what_it_took() {
    let returned = Cell::new(0);
    let guards = [
        rc::Rc::new_allowed(Guard::new(&returned)),
        rc::Rc::new_disowned(Guard::new(&returned)),
        rc::Rc::new_ranked::<0>(Guard::new(&returned)),
        rc::Rc::new_ranked::<16>(Guard::new(&returned)),
        rc::Rc::new_cyclic_allowed(|_| Guard::new(&returned)),
    ];
    let pinned = rc::Rc::pin_allowed(Guard::new(&returned));
    let shared = guards.clone();
    drop(guards);
    assert_eq!(returned.get(), 0);
    drop((shared, pinned));
    assert_eq!(returned.get(), 6);
}

/// A tree: strong downwards, weak upwards.
#[derive(RankedLeak)]
#[ranked_leak(rank = 1)]
struct Branch<'a> {
    guard: Guard<'a>,
    leaves: RefCell<Vec<rc::Rc<Leaf<'a>>>>,
}

#[derive(RankedLeak)]
struct Leaf<'a> {
    guard: Guard<'a>,
    parent: RefCell<rc::Weak<Branch<'a>>>,
}

impl Drop for Branch<'_> {
    fn drop(&mut self) {
        for leaf in self.leaves.borrow().iter() {
            // Being destroyed, it can't be had any more.
            assert!(leaf.parent.borrow().upgrade().is_none());
        }
    }
}

#[test]
fn layers_of_guards_with_weak_pointers_back() {
    let returned = Cell::new(0);
    {
        let branch = rc::Rc::new_ranked::<1>(Branch {
            guard: Guard::new(&returned),
            leaves: RefCell::default(),
        });
        for _ in 0..3 {
            let leaf = rc::Rc::new_ranked::<0>(Leaf {
                guard: Guard::new(&returned),
                parent: RefCell::new(rc::Rc::downgrade(&branch)),
            });
            branch.leaves.borrow_mut().push(leaf);
        }
        let forest = rc::Rc::new_ranked::<2>([branch.clone(), branch]);
        let again = forest[0].leaves.borrow()[1].parent.borrow().upgrade();
        assert!(again.is_some_and(|again| rc::Rc::ptr_eq(&again, &forest[1])));
        assert_eq!(forest[0].guard.returned.get(), 0);
        assert_eq!(forest[0].leaves.borrow()[0].guard.returned.get(), 0);
    }
    assert_eq!(returned.get(), 4);
}

/// Upgrades a pointer, to itself or another, when it is destroyed.
#[derive(AllowedInRc)]
struct Reviver<'a> {
    guard: Guard<'a>,
    of: RefCell<rc::Weak<Reviver<'a>>>,
    seen: Unleak<&'a Cell<u32>>,
}

impl Drop for Reviver<'_> {
    fn drop(&mut self) {
        if let Some(alive) = self.of.borrow().upgrade() {
            self.seen.set(self.seen.get() + 1);
            assert_eq!(alive.guard.returned.get(), 0);
        }
    }
}

fn reviver<'a>(
    returned: &'a Cell<u32>,
    seen: &'a Cell<u32>,
    of: &rc::Weak<Reviver<'a>>,
) -> Reviver<'a> {
    Reviver {
        guard: Guard::new(returned),
        of: RefCell::new(of.clone()),
        seen: Unleak(seen),
    }
}

#[test]
fn upgrading_in_a_destructor_revives_nothing() {
    let returned = Cell::new(0);
    let seen = Cell::new(0);
    // Its own.
    drop(rc::Rc::new_cyclic_allowed(|me| {
        reviver(&returned, &seen, me)
    }));
    assert_eq!((returned.take(), seen.take()), (1, 0));
    // That of another one, which is alive.
    let other = rc::Rc::new_allowed(reviver(&returned, &seen, &rc::Weak::new()));
    drop(rc::Rc::new_allowed(reviver(
        &returned,
        &seen,
        &rc::Rc::downgrade(&other),
    )));
    assert_eq!((returned.take(), seen.take()), (1, 1));
    // Two that know each other.
    let third = rc::Rc::new_allowed(reviver(&returned, &seen, &rc::Rc::downgrade(&other)));
    *other.of.borrow_mut() = rc::Rc::downgrade(&third);
    drop((other, third));
    assert_eq!((returned.take(), seen.take()), (2, 1));
}

/// Borrows the place where its own pointer is.
#[derive(AllowedInRc)]
struct Looker<'a, 'g> {
    guard: Guard<'g>,
    place: &'a RefCell<Option<rc::Rc<Looker<'a, 'g>>>>,
}

#[test]
fn a_cell_on_the_stack_owns_who_borrows_it() {
    let returned = Cell::new(0);
    {
        let place = RefCell::new(None);
        let looker = rc::Rc::new_allowed(Looker {
            guard: Guard::new(&returned),
            place: &place,
        });
        place.replace(Some(looker.clone()));
        assert_eq!(
            looker.place.borrow().as_ref().map(rc::Rc::strong_count),
            Some(2)
        );
        assert_eq!(looker.guard.returned.get(), 0);
    }
    assert_eq!(returned.get(), 1);
}

#[test]
fn a_cell_in_a_pointer_owns_who_borrows_it() {
    let returned = Cell::new(0);
    {
        // The rank of the cell is one higher than that of what it shares.
        let place = rc::Rc::new_ranked::<1>(RefCell::new(None::<rc::Rc<Ranked<'_, '_>>>));
        let clone = place.clone();
        let ranked = rc::Rc::new_ranked::<0>(Ranked {
            guard: Guard::new(&returned),
            place: &place,
        });
        clone.replace(Some(ranked));
        assert!(
            clone
                .borrow()
                .as_ref()
                .is_some_and(|ranked| ranked.place.borrow().is_some())
        );
        assert_eq!(
            clone
                .borrow()
                .as_ref()
                .map(|ranked| ranked.guard.returned.get()),
            Some(0)
        );
    }
    assert_eq!(returned.get(), 1);
}

#[derive(RankedLeak)]
struct Ranked<'a, 'g> {
    guard: Guard<'g>,
    place: &'a RefCell<Option<rc::Rc<Ranked<'a, 'g>>>>,
}

/// Plain data that forms circles, in a guard.
#[derive(Leak)]
struct Entry<'l> {
    note: Noted<'l>,
    next: RefCell<Option<rc::Rc<Entry<'l>>>>,
}

struct Noted<'l>(#[expect(dead_code, reason = "it notes its drop")] Note<'l>);
// SAFETY: clause 1: nothing rests on the note. Clause 2: it owns nothing.
unsafe impl Leak for Noted<'_> {}

#[derive(AllowedInRc)]
struct WithLog<'a, 'l> {
    guard: Guard<'a>,
    log: rc::Rc<Entry<'l>>,
}

#[test]
fn a_circle_of_what_may_be_forgotten_keeps_no_guard() {
    let returned = Cell::new(0);
    let notes = Log::default();
    let entry = |name| {
        rc::Rc::new(Entry {
            note: Noted(Note(&notes, name)),
            next: RefCell::default(),
        })
    };
    let log = entry("circle");
    log.next.replace(Some(log.clone()));
    let guard = rc::Rc::new_allowed(WithLog {
        guard: Guard::new(&returned),
        log: log.clone(),
    });
    assert!(guard.log.next.borrow().is_some() && guard.guard.returned.get() == 0);
    drop(guard);
    assert_eq!(returned.get(), 1);
    assert!(notes.lock().unwrap().is_empty());
    // Opened again, for the sanitizers.
    let _ = &log.note;
    drop(log.next.take());
    drop(log);
    assert_eq!(sorted(notes), ["circle"]);
}

/// A trait object says what its trait says.
trait Shape: RankedLeak<0> + AllowedInRc {
    fn area(&self) -> u32;
}

#[derive(AllowedInRc, RankedLeak)]
struct Square<'a>(Guard<'a>, u32);

impl Shape for Square<'_> {
    fn area(&self) -> u32 {
        self.1 * self.1 + self.0.returned.get()
    }
}

#[test]
fn trait_objects() {
    let returned = Cell::new(0);
    {
        let square = rc::Rc::new_ranked::<0>(Square(Guard::new(&returned), 2));
        let shape = rc::Rc::coerce::<dyn Shape + '_>(square, |square| square);
        let shapes = rc::Rc::new_ranked::<1>(vec![shape.clone(), shape]);
        assert_eq!(shapes.iter().map(|shape| shape.area()).sum::<u32>(), 8);
        let boxed: Box<dyn Shape + '_> = Box::new(Square(Guard::new(&returned), 3));
        let boxed = sync_free(boxed);
        assert_eq!(boxed.area(), 9);
    }
    assert_eq!(returned.get(), 2);
}

fn sync_free<'a>(shape: Box<dyn Shape + 'a>) -> rc::Rc<Box<dyn Shape + 'a>> {
    rc::Rc::new_allowed(shape)
}

#[test]
fn closures_with_visible_captures() {
    let returned = Cell::new(0);
    {
        let count = LeakFn::new(Guard::new(&returned), |guard: &Guard<'_>, n: u32| {
            n + guard.returned.get()
        });
        let count = rc::Rc::new_allowed(count);
        assert_eq!(count.clone().call(7), 7);
    }
    assert_eq!(returned.get(), 1);
}

/// A guard that can be sent.
#[derive(AllowedInRc, Disowns)]
struct Sent<'a>(Unleak<&'a Mutex<u32>>);

impl Drop for Sent<'_> {
    fn drop(&mut self) {
        *self.0.lock().unwrap() += 1;
    }
}

#[test]
fn between_threads() {
    let returned = Mutex::new(0);
    {
        let allowed = sync::Arc::new_allowed(Sent(Unleak(&returned)));
        let disowned = sync::Arc::new_disowned(Sent(Unleak(&returned)));
        std::thread::scope(|s| {
            for _ in 0..3 {
                let clones = (allowed.clone(), disowned.clone());
                s.spawn(move || assert_eq!(*clones.0.0.lock().unwrap(), 0));
            }
        });
        assert_eq!(sync::Arc::strong_count(&allowed), 1);
        drop(allowed);
        assert_eq!(*returned.lock().unwrap(), 1);
        assert!(sync::Arc::into_inner(disowned).is_some());
    }
    assert_eq!(returned.into_inner().unwrap(), 2);
}

#[test]
fn a_panicking_destructor_destroys_the_rest() {
    #[derive(AllowedInRc)]
    struct Panics<'a>(Guard<'a>, Forgettable<u32>, Guard<'a>);

    impl Drop for Panics<'_> {
        fn drop(&mut self) {
            panic!(
                "{} {}",
                self.0.returned.get(),
                *self.1 + self.2.returned.get()
            );
        }
    }

    let returned = Cell::new(0);
    let shared = rc::Rc::new_allowed(Panics(
        Guard::new(&returned),
        Forgettable(1),
        Guard::new(&returned),
    ));
    let clone = shared.clone();
    drop(shared);
    assert_eq!(panic_of(AssertUnwindSafe(|| drop(clone))), "0 1");
    assert_eq!(returned.get(), 2);
}

#[test]
fn a_value_that_is_not_made_leaves_nothing() {
    let returned = Cell::new(0);
    let mut kept = None;
    let made = catch_unwind(AssertUnwindSafe(|| {
        let guard = Guard::new(&returned);
        rc::Rc::<Guard<'_>>::new_cyclic_allowed(|me| {
            kept = Some(me.clone());
            drop(guard);
            panic!("not made")
        })
    }));
    assert!(made.is_err());
    assert!(kept.is_some_and(|me| me.upgrade().is_none()));
    assert_eq!(returned.get(), 1);
}

#[test]
fn the_api_of_the_pointers_is_there_for_guards() {
    let returned = Cell::new(0);
    let mut guard = rc::Rc::new_allowed(Guard::new(&returned));
    let weak = rc::Rc::downgrade(&guard);
    assert!(rc::Rc::get_mut(&mut guard).is_none());
    drop(weak);
    // One takes the place of the other.
    if let Some(place) = rc::Rc::get_mut(&mut guard) {
        *place = Guard::new(&returned);
    }
    assert_eq!(returned.get(), 1);
    let std = guard.clone().into_std();
    let Err(guard) = rc::Rc::try_unwrap(guard) else {
        panic!("there is another pointer")
    };
    drop(std);
    let taken = rc::Rc::into_inner(guard);
    assert_eq!(returned.get(), 1);
    drop(taken);
    assert_eq!(returned.get(), 2);
}

#[test]
fn a_pointer_for_static_guards_gets_one_that_borrows() {
    static ONCE: Mutex<u32> = Mutex::new(0);
    let returned = Mutex::new(0);
    {
        let mut sent = shorter(rc::Rc::new_allowed(Sent(Unleak(&ONCE))), &returned);
        if let Some(place) = rc::Rc::get_mut(&mut sent) {
            *place = Sent(Unleak(&returned));
        }
        assert_eq!(*ONCE.lock().unwrap(), 1);
        assert_eq!(rc::Rc::strong_count(&sent.clone()), 2);
    }
    assert_eq!(returned.into_inner().unwrap(), 1);
}

fn shorter<'a>(longer: rc::Rc<Sent<'static>>, _: &'a Mutex<u32>) -> rc::Rc<Sent<'a>> {
    longer
}
