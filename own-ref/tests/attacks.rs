//! What a hostile user tries in safe code, and what must come of it: every value is dropped at most once,
//! nobody reads what isn't there, and what is pinned stays. Worth most under Miri and the sanitizers.
#![expect(clippy::mem_forget, reason = "forgetting is what is tested")]

#[path = "expanded/fetch.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    missing_docs,
    missing_debug_implementations,
    clippy::must_use_candidate,
    clippy::type_complexity,
    reason = "a derive's expansion; each test uses a part of it"
)]
mod fetch;

use core::cell::{Cell, RefCell};
use core::convert::Infallible;
use core::future::Future;
use core::marker::PhantomPinned;
use core::mem::{self, MaybeUninit};
use core::pin::{Pin, pin};
use core::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use core::task::{Context, Poll, Waker};
use fetch::{Connecting, Fetch, FetchState, Reading, ReadingPart};
use own_ref::boxed::{self, BoxHole};
use own_ref::part::In;
use own_ref::states::{State, update, update_pin};
use own_ref::{
    CallOnce, Dropping, Filling, Hole, Init, Own, OwnDrop, PinSlot, Slot, Tracked, init, option,
    unsize, vec,
};
use std::rc::Rc;
use test_support::{Bomb, Log, Note, forget_reachable, panic_of};

fn names(log: &Log) -> Vec<&'static str> {
    mem::take(&mut *log.lock().unwrap())
}

/// All values without bytes may share one address, so a recipe can return another than it was asked
/// for. Still each is dropped once.
#[test]
fn zero_sized_values_from_elsewhere() {
    static MADE: AtomicUsize = AtomicUsize::new(0);
    static DROPPED: AtomicUsize = AtomicUsize::new(0);

    #[derive(Debug)]
    #[repr(align(64))]
    struct Unit;
    impl Drop for Unit {
        fn drop(&mut self) {
            assert_eq!(core::ptr::from_mut(self).addr() % 64, 0);
            DROPPED.fetch_add(1, SeqCst);
        }
    }
    /// In memory that is nobody's, as is that of vectors and boxes of values without bytes.
    fn anywhere() -> Own<'static, Unit> {
        let none = Own::<'static, [Unit]>::default();
        let Ok(none) = Own::try_into_array::<0>(none) else {
            unreachable!("no elements")
        };
        MADE.fetch_add(1, SeqCst);
        Own::clear(none).cast::<Unit>().put(Unit)
    }
    struct Elsewhere;
    impl Init<Unit> for Elsewhere {
        fn init(self, hole: Hole<'_, Unit>) -> Result<Own<'_, Unit>, Infallible> {
            // One too many, in the hole that is returned from by another's value.
            MADE.fetch_add(1, SeqCst);
            drop(hole.put(Unit));
            Ok(anywhere())
        }
    }

    let mut units = Vec::new();
    for _ in 0..3 {
        let Ok(_) = vec::push_with(&mut units, Elsewhere);
    }
    let boxed = BoxHole::new().build(Elsewhere);
    let Ok(slice) = boxed::init_slice(4, |_| Elsewhere);
    assert_eq!((units.len(), slice.len()), (3, 4));
    let mut handles = vec![anywhere(), anywhere()];
    handles.swap(0, 1);
    drop((units, boxed, slice, handles));
    assert_eq!(MADE.load(SeqCst), DROPPED.load(SeqCst));

    // On the stack they have addresses of their own.
    let other = panic_of(|| pin!(PinSlot::new()).init(Elsewhere).is_ok());
    assert!(other.contains("not in the hole"), "{other}");
    assert_eq!(MADE.load(SeqCst), DROPPED.load(SeqCst));
}

/// Owned references and holes are covariant: what lives shorter may be left in the memory. Nobody
/// reads it there.
#[test]
fn shorter_lives_are_left_behind() {
    fn shorten<'a, 's>(own: Own<'a, &'static str>) -> Own<'a, &'s str> {
        own
    }
    let mut option: Option<&'static str> = Some("long");
    let mut vector: Vec<&'static str> = vec!["long", "longer"];
    let mut boxed = BoxHole::<&'static str>::new();
    let mut slot = Slot::<&'static str>::new();
    let array = Box::new(["long"; 2]);
    {
        let short = String::from("short");
        let short: &str = &short;
        let put = |hole: Hole<'_, &'static str>| {
            let hole: Hole<'_, &str> = hole;
            mem::forget(hole.put(short));
        };
        assert!(
            option::consume(&mut option, |own: Own<'_, _>| {
                mem::forget(Own::clear(shorten(own)).put(short));
            })
            .is_some()
        );
        let mut all: Own<'_, [&str]> = vec::take_all(&mut vector);
        all.fill(short);
        mem::forget(all);
        let spare: Hole<'_, [&str]> = vec::spare(&mut vector, 4);
        mem::forget(spare.fill(|_| short));
        put(boxed.hole());
        put(slot.hole());
        boxed::consume(array, |own: Own<'_, [&'static str; 2]>| {
            let mut own: Own<'_, [&str; 2]> = own;
            own[0] = short;
            assert_eq!(*own, ["short", "long"]);
        });
        let result = vec::push_with(
            &mut vector,
            init::from_fn(|hole: Hole<'_, _>| {
                put(hole);
                Err("shorter")
            }),
        );
        assert_eq!(result, Err("shorter"));
    }
    assert!(option.is_none() && vector.is_empty());
    vector.push("new");
    assert_eq!((vector[0], *boxed.put("new")), ("new", "new"));
    assert_eq!(*slot.put("new"), "new");
}

/// Handles may trade places between places that are lent out, one inside the other.
#[test]
fn handles_of_nested_loans_are_swapped() {
    let log = Log::default();
    let mut outer = Some(Note(&log, "outer"));
    let mut inner = Some(Note(&log, "inner"));
    let mut both = vec![Note(&log, "first"), Note(&log, "second")];
    let kept = option::consume(&mut outer, |own: Own<'_, _>| {
        boxed::consume(Box::new(Note(&log, "boxed")), |boxed: Own<'_, _>| {
            option::consume(&mut inner, |other: Own<'_, _>| {
                let (mut own, mut other) = (own, other);
                let mut boxed = boxed;
                mem::swap(&mut own, &mut other);
                mem::swap(&mut *own, &mut *boxed);
                let (first, hole) = Own::take(own);
                let (second, other_hole) = Own::take(other);
                mem::forget(hole.put(second));
                drop(other_hole.put(first));
                Own::into_inner(boxed)
            })
        })
    });
    assert_eq!(names(&log), ["boxed"]);
    assert!(outer.is_none() && inner.is_none());
    drop(kept);
    assert_eq!(names(&log), ["inner"]); // "outer" was forgotten
    let mut items = Own::into_items(vec::take_all(&mut both));
    let (mut a, mut b) = (items.next(), items.next_back());
    mem::swap(&mut a, &mut b);
    drop((items, a));
    assert_eq!(names(&log), ["second"]);
    mem::forget(b);
    drop(both);
    assert!(names(&log).is_empty());
}

/// An iterator lies about its length, ends, goes on, and panics.
#[test]
fn hostile_iterators() {
    struct Liar<'a>(u8, &'a Log);
    impl<'a> Iterator for Liar<'a> {
        type Item = Note<'a>;
        fn next(&mut self) -> Option<Note<'a>> {
            self.0 += 1;
            match self.0 {
                2 => None,
                4 => panic!("iterator"),
                _ => Some(Note(self.1, "element")),
            }
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (usize::MAX, Some(0))
        }
    }
    impl Drop for Liar<'_> {
        fn drop(&mut self) {
            self.1.lock().unwrap().push("iterator");
        }
    }

    let log = Log::default();
    let mut slot = Slot::<[Note<'_>; 3]>::new();
    let mut filling = slot.hole().into_slice().filling();
    let mut liar = Liar(0, &log);
    filling.extend(&mut liar);
    assert_eq!(filling.as_slice().len(), 1);
    assert_eq!(panic_of(|| filling.extend(liar)), "iterator");
    assert_eq!(filling.as_slice().len(), 2);
    assert_eq!(names(&log), ["iterator"]);
    filling.extend(core::iter::repeat_with(|| Note(&log, "endless")));
    let (filled, rest) = filling.into_parts();
    assert_eq!((filled.len(), rest.len()), (3, 0));
    drop(filled);
    assert_eq!(names(&log), ["element", "element", "endless"]);
}

/// As many elements as there can be: they have no bytes.
#[test]
fn huge_lengths() {
    let mut units: Vec<()> = vec![(); usize::MAX - 2];
    let (head, tail) = Own::split_at(vec::take_all(&mut units), usize::MAX - 3);
    assert_eq!((head.len(), tail.len()), (usize::MAX - 3, 1));
    let mut items = Own::into_items(head);
    assert!(items.next_back().is_some());
    assert_eq!(items.len(), usize::MAX - 4);
    mem::forget((items, tail));
    assert_eq!(vec::spare(&mut units, 1).len(), usize::MAX);
    let mut filling = vec::spare(&mut units, usize::MAX).filling();
    assert!(filling.push(()).is_ok() && filling.push(()).is_ok());
    assert_eq!(filling.into_parts().1.len(), usize::MAX - 2);
}

/// A destructor that does everything with what it owns but letting it go.
#[test]
fn destructors_that_keep_on() {
    enum How {
        Forget,
        Leak,
        Refill,
        Again,
        Panic,
    }
    struct Odd<'a>(How, Note<'a>);
    impl OwnDrop for Odd<'_> {
        fn drop(mut this: Own<'_, Self>) {
            match this.0 {
                How::Forget => mem::forget(this),
                How::Leak => Own::leak(this).1.1 = "leaked",
                How::Refill => {
                    let (value, hole) = Own::take(this);
                    let note = Note(value.1.0, "refilled");
                    drop(value);
                    drop(hole.put(Odd(How::Panic, note)));
                }
                How::Again => {
                    this.0 = How::Refill;
                    drop(Dropping::new(Own::into_inner(this)));
                }
                How::Panic => panic!("destructor"),
            }
        }
    }
    let log = Log::default();
    let odd = |how| Dropping::new(Odd(how, Note(&log, "value")));
    drop([odd(How::Forget), odd(How::Leak)]);
    assert!(names(&log).is_empty());
    drop(Box::new(odd(How::Refill)));
    assert_eq!(names(&log), ["value", "refilled"]);
    drop(Some(odd(How::Again)));
    assert_eq!(names(&log), ["value", "refilled"]);
    let message = panic_of(|| drop(vec![odd(How::Panic), odd(How::Again)]));
    assert_eq!(message, "destructor");
    assert_eq!(names(&log), ["value", "value", "refilled"]);
}

type Plain<'a> = Fetch<Note<'a>, Note<'a>, Note<'a>>;

fn connecting(log: &Log) -> Plain<'_> {
    Fetch::Connecting(Connecting {
        page: Note(log, "page"),
        dial: Note(log, "dial"),
    })
}

/// What `update` gives out may go to another thread, and die there.
#[test]
fn states_on_another_thread() {
    fn on<'id, 'a>(
        state: State<'id, Connecting<Note<'a>, Note<'a>>, In<'id, Plain<'a>>>,
    ) -> State<'id, Reading<Note<'a>, Note<'a>>, In<'id, Plain<'a>>> {
        let (dial, part) = state.part().take_dial();
        ReadingPart::of(part.carry())
            .set_read(dial)
            .set_chunks(3)
            .finish()
    }
    let log = Log::default();
    let mut fetch = connecting(&log);
    update(&mut fetch, |now| {
        let FetchState::Connecting(state) = now.state() else {
            unreachable!()
        };
        let state = std::thread::scope(|scope| scope.spawn(|| on(state)).join());
        let Ok(state) = state else { unreachable!() };
        state.next()
    });
    assert!(matches!(fetch, Fetch::Reading(Reading { chunks: 3, .. })));
    let message = panic_of(|| {
        update::<_, (), _>(&mut fetch, |now| {
            let FetchState::Reading(state) = now.state() else {
                unreachable!()
            };
            std::thread::scope(|scope| {
                scope.spawn(|| drop(state));
            });
            panic!("its thread had it");
        });
    });
    assert_eq!(message, "its thread had it");
    assert_eq!(names(&log), ["page", "dial"]);
    assert!(matches!(fetch, Fetch::Done));
    drop(fetch);
    assert!(names(&log).is_empty());
}

/// A guard that panics when the next state is complete: rust#47949 forgets a return value then. The
/// enum must not own what it may have forgotten.
#[test]
fn a_guard_panics_behind_the_next_state() {
    let log = Log::default();
    let other = Log::default();
    let mut fetch = connecting(&log);
    let message = panic_of(|| {
        update(&mut fetch, |now| {
            let _guard = Bomb(Note(&other, "guard"));
            let FetchState::Connecting(state) = now.state() else {
                unreachable!()
            };
            state.next()
        });
    });
    assert_eq!(message, "guard");
    assert!(matches!(fetch, Fetch::Done));
    drop(fetch);
    let dropped = names(&log);
    assert!(
        dropped.is_empty() || dropped == ["page", "dial"],
        "{dropped:?}"
    );
}

/// Every state after every other, in the same memory, through values, parts, and updates of others of the
/// same type meanwhile.
#[test]
fn states_are_traded() {
    let log = Log::default();
    let (mut one, mut two) = (connecting(&log), connecting(&log));
    for _ in 0..3 {
        update(&mut one, |now| match now.state() {
            FetchState::Connecting(mut mine) => update(&mut two, |now| match now.state() {
                FetchState::Connecting(mut other) => {
                    mem::swap(&mut *mine, &mut *other);
                    let (value, vacant) = other.take();
                    let (mine, mine_vacant) = mine.take();
                    let mine = mine_vacant.put(Reading {
                        page: mine.page,
                        chunks: 1,
                        read: mine.dial,
                    });
                    vacant.put(value).next().with(mine.next())
                }
                other => {
                    let next = mine.next();
                    match other {
                        FetchState::Reading(state) => state.next().with(next),
                        FetchState::Done(vacant) => vacant.rest().with(next),
                        FetchState::Connecting(_) => unreachable!(),
                    }
                }
            }),
            FetchState::Reading(state) => {
                let (chunks, part) = state.part().take_chunks();
                part.set_chunks(chunks + 1).finish().next()
            }
            FetchState::Done(vacant) => vacant.rest(),
        });
    }
    assert!(matches!(one, Fetch::Reading(Reading { chunks: 3, .. })));
    mem::swap(&mut one, &mut two);
    drop(one);
    assert_eq!(names(&log), ["page", "dial"]);
    drop(two);
    assert_eq!(names(&log), ["page", "dial"]);
}

/// Knows where it was pinned, and that it is dropped there.
struct Anchor<'a> {
    at: Cell<usize>,
    drops: &'a Cell<u32>,
    _pinned: PhantomPinned,
}

impl<'a> Anchor<'a> {
    fn new(drops: &'a Cell<u32>) -> Self {
        Self {
            at: Cell::new(0),
            drops,
            _pinned: PhantomPinned,
        }
    }

    fn hold(self: Pin<&mut Self>) {
        let here = core::ptr::from_ref(&*self).addr();
        assert!([0, here].contains(&self.at.get()), "it was moved");
        self.at.set(here);
    }
}

impl Drop for Anchor<'_> {
    fn drop(&mut self) {
        let here = core::ptr::from_ref(self).addr();
        assert!([0, here].contains(&self.at.get()), "it was moved");
        self.drops.set(self.drops.get() + 1);
    }
}

/// A slot in a future, whose handle was forgotten in it, swapped with another, or is held when the
/// future is dropped halfway.
#[test]
fn slots_in_futures() {
    struct Yield(bool);
    impl Future for Yield {
        type Output = ();
        fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
            if mem::replace(&mut self.0, true) {
                Poll::Ready(())
            } else {
                Poll::Pending
            }
        }
    }
    let drops = Cell::new(0);
    for polls in 0..=4 {
        drops.set(0);
        let mut made = 0;
        let future = async {
            let (mut one, mut two) = (pin!(PinSlot::new()), pin!(PinSlot::new()));
            let mut a = one.as_mut().put(Anchor::new(&drops));
            let mut b = two.as_mut().put(Anchor::new(&drops));
            made += 2;
            a.as_mut().hold();
            b.as_mut().hold();
            Yield(false).await;
            mem::swap(&mut a, &mut b);
            mem::forget(a);
            Yield(false).await;
            b.set(Anchor::new(&drops)); // drops the old one in its place
            b.as_mut().hold();
            made += 1;
            Yield(false).await;
            drop(b);
            let mut again = one.as_mut().put(Anchor::new(&drops));
            again.as_mut().hold();
            mem::forget(again);
            made += 1;
            Yield(false).await;
        };
        let mut future = Box::pin(future);
        for _ in 0..polls {
            let _ = future
                .as_mut()
                .poll(&mut Context::from_waker(Waker::noop()));
        }
        drop(future);
        assert_eq!(drops.get(), made, "after {polls} polls");
    }
}

/// A handle that goes to another thread and is forgotten there; the slot drops the value here.
#[test]
fn a_handle_is_forgotten_on_another_thread() {
    let log = Log::default();
    {
        let mut slot = pin!(PinSlot::new());
        let handle: Pin<Tracked<'_, dyn Send + '_>> =
            unsize!(slot.as_mut().put(Note(&log, "left")) => dyn Send + '_);
        std::thread::scope(|scope| {
            scope.spawn(move || mem::forget(handle));
        });
        assert!(slot.is_full() && names(&log).is_empty());
        let mut next = slot.as_mut().put(Note(&log, "next"));
        next.set(Note(&log, "replaced"));
        assert_eq!(names(&log), ["left", "next"]);
        mem::forget(next);
        slot.set(PinSlot::new());
        assert_eq!(names(&log), ["replaced"]);
    }
    assert!(names(&log).is_empty());
}

/// Recipes of a pinned slot that leave something behind and then fail, panic, or lie.
#[test]
fn a_recipe_leaves_something_behind() {
    let log = Log::default();
    let mut slot = pin!(PinSlot::<Note<'_>>::new());
    let leave = init::from_fn(|hole: Hole<'_, Note<'_>>| {
        mem::forget(hole.put(Note(&log, "left behind")));
        Err("forgotten")
    });
    assert_eq!(slot.as_mut().init(leave).err(), Some("forgotten"));
    let panics = init::value(Note(&log, "unwound")).then(|_| -> Result<(), ()> { panic!("then") });
    assert_eq!(panic_of(|| slot.as_mut().init(panics).is_ok()), "then");
    assert!(!slot.is_full());
    let kept = slot.as_mut().put(Note(&log, "kept"));
    assert_eq!(kept.1, "kept");
    drop(kept);
    assert_eq!(names(&log), ["unwound", "kept"]);
}

/// A pinned enum in a pinned enum, both in between, and a panic through both.
#[test]
fn pinned_updates_nest() {
    type Inner<'a> = Fetch<Anchor<'a>, (), ()>;
    type Outer<'a> = Fetch<Inner<'a>, Anchor<'a>, ()>;
    let drops = Cell::new(0);
    let inner: Inner<'_> = Fetch::Connecting(Connecting {
        page: Anchor::new(&drops),
        dial: (),
    });
    let mut outer: Pin<&mut Outer<'_>> = pin!(Fetch::Connecting(Connecting {
        page: inner,
        dial: Anchor::new(&drops),
    }));
    for stop in [false, true] {
        let message = std::panic::catch_unwind(core::panic::AssertUnwindSafe(|| {
            update_pin(outer.as_mut(), |now| {
                let FetchState::Connecting(state) = now.state() else {
                    unreachable!()
                };
                let mut part = state.part();
                part.dial_pin().hold();
                update_pin(part.page_pin(), |now| {
                    let FetchState::Connecting(state) = now.state() else {
                        unreachable!()
                    };
                    let mut part = state.part();
                    part.page_pin().hold();
                    assert!(!stop, "stop");
                    part.finish().next()
                });
                part.finish().next()
            });
        }));
        assert_eq!(message.is_err(), stop);
        assert_eq!(drops.get(), if stop { 2 } else { 0 });
    }
    assert!(matches!(*outer, Fetch::Done));
}

/// Closures in closures, each in memory of the one that calls it; the last one panics. Then the memory
/// is used again.
#[test]
fn closures_all_the_way_down() {
    type Call<'a> = dyn CallOnce<(u32,), Output = u32> + 'a;
    type Memory = Slot<[u64; 16]>;

    let log = Log::default();

    let mut slots = (Memory::new(), Memory::new(), Memory::new());
    for stop in [false, true] {
        let (a, b, c) = (
            slots.0.hole().cast(),
            slots.1.hole().cast(),
            slots.2.hole().cast(),
        );
        let note = Note(&log, "first");
        let first: Own<'_, Call<'_>> = unsize!(a.put(move |n: u32| {
            let _note = note;
            assert!(!stop, "stop");
            n + 1
        }) => Call<'_>);
        let note = Note(&log, "second");
        let second: Own<'_, Call<'_>> = unsize!(b.put(move |n: u32| {
            let n = Own::call(first, (n,));
            drop(note);
            n * 2
        }) => Call<'_>);
        let third = c.put(move |n: u32| Own::call(second, (n,)) + 1);
        let result =
            std::panic::catch_unwind(core::panic::AssertUnwindSafe(|| Own::call(third, (1,))));
        assert_eq!(result.ok(), (!stop).then_some(5));
        assert_eq!(names(&log), ["first", "second"]);
    }
}

/// A struct with an unsized, over-aligned tail, and a panic in the middle of its destruction.
#[test]
fn unsized_tails() {
    trait Tail {
        fn addr(&self) -> usize;
    }
    #[repr(align(4096))]
    struct Page<'a>(Bomb<'a>);
    impl Tail for Page<'_> {
        fn addr(&self) -> usize {
            assert_eq!(self.0.0.1, "tail");
            core::ptr::from_ref(self).addr()
        }
    }
    struct Tailed<'a, T: ?Sized> {
        head: Note<'a>,
        tail: T,
    }
    impl<T: ?Sized> Drop for Tailed<'_, T> {
        fn drop(&mut self) {
            self.head.0.lock().unwrap().push("whole");
        }
    }
    let log = Log::default();
    let value = || Tailed {
        head: Note(&log, "head"),
        tail: Page(Bomb(Note(&log, "tail"))),
    };
    let boxed: Box<Tailed<'_, dyn Tail + '_>> = Box::new(value());
    let message = panic_of(|| {
        boxed::consume(boxed, |own: Own<'_, Tailed<'_, dyn Tail + '_>>| {
            assert_eq!(own.tail.addr() % 4096, 0);
            let _ = Own::clear(own);
        });
    });
    assert_eq!(message, "tail");
    assert_eq!(names(&log), ["whole", "head", "tail"]);
    let mut slot = Slot::new();
    let own = unsize!(slot.put(value()) => Tailed<'_, dyn Tail + '_>);
    assert_eq!(own.tail.addr() % 4096, 0);
    assert_eq!(panic_of(move || drop(own)), "tail");
    assert_eq!(names(&log), ["whole", "head", "tail"]);
    let mut pinned = pin!(PinSlot::new());
    mem::forget(unsize!(pinned.as_mut().put(value()) => Tailed<'_, dyn Tail + '_>));
    assert_eq!(panic_of(|| pinned.as_mut().clear()), "tail");
    assert_eq!(names(&log), ["whole", "head", "tail"]);
}

/// A cycle of owned references, and of handles, through counted ones: it is forgotten, no more.
#[test]
fn cycles_forget() {
    struct Node<'a> {
        me: RefCell<Option<Own<'a, Rc<Node<'a>>>>>,
        log: &'a Log,
    }
    impl Drop for Node<'_> {
        fn drop(&mut self) {
            self.log.lock().unwrap().push("node");
        }
    }
    let log: &Log = test_support::leak_reachable(Log::default());
    let memory: &mut MaybeUninit<Rc<Node<'_>>> = Box::leak(Box::new(MaybeUninit::uninit()));
    forget_reachable(core::ptr::from_mut(memory));
    let node = Rc::new(Node {
        me: RefCell::new(None),
        log,
    });
    *node.me.borrow_mut() = Some(Hole::from(memory).put(Rc::clone(&node)));
    assert_eq!(Rc::strong_count(&node), 2);
    let own = node.me.take(); // and now it is broken
    drop(node);
    assert!(names(log).is_empty());
    drop(own);
    assert_eq!(names(log), ["node"]);
}

/// One function begins to fill, others go on; two fillings trade places.
#[test]
fn fillings_are_swapped() {
    fn fill<'a>(filling: &mut Filling<'_, Note<'a>>, log: &'a Log, name: &'static str) {
        while let Some(next) = filling.next_hole() {
            next.put(Note(log, name));
        }
    }
    let log = Log::default();
    let (mut one, mut two) = (Slot::<[Note<'_>; 1]>::new(), Slot::<[Note<'_>; 2]>::new());
    let mut a = one.hole().into_slice().filling();
    let mut b = two.hole().into_slice().filling();
    fill(&mut a, &log, "a");
    mem::swap(&mut a, &mut b);
    fill(&mut a, &log, "b");
    assert_eq!((a.capacity(), b.capacity()), (2, 1));
    assert!(a.next_hole().is_none());
    let mut filled = a.into_filled();
    mem::swap(&mut filled[1], &mut b.as_mut_slice()[0]);
    drop(b);
    assert_eq!(names(&log), ["b"]);
    drop(filled);
    assert_eq!(names(&log), ["b", "a"]);
}
