//! An `async fn` by hand, against the compiler's: dropped after every number of polls, and with a panic in every single thing that
//! happens. The example of the same name says what is what.
#![forbid(unsafe_code)]

use core::future::{Future, poll_fn};
use core::mem::{self, MaybeUninit};
use core::panic::AssertUnwindSafe;
use core::pin::Pin;
use core::task::{Context, Poll, Waker};
use own_ref::states::update_pin;
use own_ref::{Fields, States};
use self_borrow::{InPlace, bind};
use std::panic::{catch_unwind, panic_any};
use std::sync::Mutex;

/// What happens is noted here, and one of these things panics.
#[derive(Default)]
struct World {
    notes: Mutex<Vec<String>>,
    /// The first that is called so.
    panics: Mutex<Option<String>>,
}

impl World {
    fn act(&self, what: String) {
        let asked = self.panics.lock().unwrap().take_if(|it| *it == what);
        self.notes.lock().unwrap().push(what);
        if asked.is_some() {
            panic_any("as asked");
        }
    }
}

/// A string that acts when it is dropped.
struct Text<'w> {
    text: String,
    world: &'w World,
}

impl Drop for Text<'_> {
    fn drop(&mut self) {
        self.world.act(format!("drops {:?}", self.text));
    }
}

/// Borrows the string, and looks at it when it is dropped.
struct Words<'a, 'w> {
    words: Vec<&'a mut str>,
    world: &'w World,
}

impl<'a, 'w> Words<'a, 'w> {
    fn of(text: &'a mut Text<'w>) -> Self {
        text.world.act(format!("writes to {:?}", text.text));
        text.text.push_str(" be");
        let world = text.world;
        world.act(format!("borrows {:?}", text.text));
        let (one, two) = text.text.split_at_mut(2);
        Self {
            words: vec![one, two],
            world,
        }
    }

    fn change(mut self) {
        for word in &mut self.words {
            word.make_ascii_uppercase();
        }
        self.world.act(format!("changes {:?}", self.words));
    }
}

impl Drop for Words<'_, '_> {
    fn drop(&mut self) {
        self.world.act(format!("drops the words {:?}", self.words));
    }
}

async fn pending() {
    let mut polled = false;
    poll_fn(|_| {
        if mem::replace(&mut polled, true) {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    })
    .await;
}

/// Pending so many times. It borrows from itself, so it checks that it isn't moved.
async fn sub(world: &World, number: u32, pendings: u32) {
    struct Noted<'w>(&'w World, u32);

    impl Drop for Noted<'_> {
        fn drop(&mut self) {
            self.0.act(format!("drops sub {}", self.1));
        }
    }

    let noted = Noted(world, number);
    let mut left = pendings;
    let (noted, left) = (&noted, &mut left);
    world.act(format!("sub {number} begins"));
    while *left > 0 {
        pending().await;
        *left -= 1;
        noted.0.act(format!("sub {number}: {left} to go"));
    }
}

async fn compiled<'w>(mut s: Text<'w>, world: &'w World) -> usize {
    let r = &mut s;
    sub(world, 1, 1).await;
    let z = Words::of(r);
    sub(world, 2, 2).await;
    z.change();
    sub(world, 3, 1).await;
    world.act(format!("prints {:?}", s.text));
    s.text.len()
}

bind! {
    struct Written<'w> bind 'a { s: !'a mut Text<'w>, r: &'a mut Text<'w> }
}

bind! {
    struct Split<'w> bind 'a { s: !'a mut Text<'w>, z: Words<'a, 'w> }
}

#[derive(Fields)]
#[repr(C)]
struct State0<'w, F> {
    room: MaybeUninit<F>,
    calls: Calls<'w, F>,
    #[pin]
    s: Text<'w>,
}

#[derive(Fields)]
#[repr(C)]
struct State1<'w, F> {
    #[pin]
    awaited: F,
    calls: Calls<'w, F>,
    #[pin]
    s: Written<'w>,
}

#[derive(Fields)]
#[repr(C)]
struct State2<'w, F> {
    #[pin]
    awaited: F,
    calls: Calls<'w, F>,
    #[pin]
    s: Split<'w>,
}

#[derive(Fields)]
#[repr(C)]
struct State3<'w, F> {
    #[pin]
    awaited: F,
    calls: Calls<'w, F>,
    #[pin]
    s: Text<'w>,
}

#[derive(States)]
#[repr(C, u8)]
enum Machine<'w, F> {
    Initial(State0<'w, F>),
    Await1(State1<'w, F>),
    Await2(State2<'w, F>),
    Await3(State3<'w, F>),
    #[sentinel]
    Final,
}

impl<F: Future<Output = ()>> Future for Machine<'_, F> {
    type Output = usize;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<usize> {
        loop {
            let poll = update_pin(self.as_mut(), |now| match now.state() {
                MachineState::Initial(state) => {
                    let r = Written::lend_in_place(|s| s);
                    let state = State1Part::of(state.part().drop_room().turn_s(r));
                    let awaited = state.calls().sub(1, 1);
                    state.set_awaited(awaited).finish().next().with(None)
                }
                MachineState::Await1(state) => {
                    let mut state = state.part();
                    if state.awaited_pin().poll(cx).is_pending() {
                        return state.finish().next().with(Some(Poll::Pending));
                    }
                    let z = Written::map_in_place::<Split<'_>, _, _, _>(|r, ()| Words::of(r));
                    let state = State2Part::of(state.drop_awaited().turn_s(z));
                    let awaited = state.calls().sub(2, 2);
                    state.set_awaited(awaited).finish().next().with(None)
                }
                MachineState::Await2(state) => {
                    let mut state = state.part();
                    if state.awaited_pin().poll(cx).is_pending() {
                        return state.finish().next().with(Some(Poll::Pending));
                    }
                    let end = Split::end_in_place(|z, ()| z.change());
                    let state = State3Part::of(state.drop_awaited().turn_s(end));
                    let awaited = state.calls().sub(3, 1);
                    state.set_awaited(awaited).finish().next().with(None)
                }
                MachineState::Await3(state) => {
                    let mut state = state.part();
                    if state.awaited_pin().poll(cx).is_pending() {
                        return state.finish().next().with(Some(Poll::Pending));
                    }
                    let state = state.drop_awaited();
                    state.s().world.act(format!("prints {:?}", state.s().text));
                    let length = state.s().text.len();
                    state.vacate().rest().with(Some(Poll::Ready(length)))
                }
                MachineState::Final(_) => panic!("polled too often"),
            });
            if let Some(poll) = poll {
                return poll;
            }
        }
    }
}

/// `sub`, whose future has no name, and its first argument.
struct Calls<'w, F> {
    world: &'w World,
    sub: fn(&'w World, u32, u32) -> F,
}

impl<F> Calls<'_, F> {
    fn sub(&self, number: u32, pendings: u32) -> F {
        (self.sub)(self.world, number, pendings)
    }
}

impl<'w, F> Machine<'w, F> {
    fn new(s: Text<'w>, calls: Calls<'w, F>) -> Self {
        let room = MaybeUninit::uninit();
        Self::Initial(State0 { room, calls, s })
    }

    /// Where the string is. Nothing but the string is looked at: what is awaited may have borrowed from itself.
    fn s(self: Pin<&mut Self>) -> usize {
        update_pin(self, |now| match now.state() {
            MachineState::Initial(state) => {
                let state = state.part();
                let at = core::ptr::from_ref(state.s()).addr();
                state.finish().next().with(at)
            }
            MachineState::Await1(state) => {
                let state = state.part();
                let at = core::ptr::from_ref(state.s()).addr();
                state.finish().next().with(at)
            }
            MachineState::Await2(state) => {
                let state = state.part();
                let at = core::ptr::from_ref(state.s()).addr();
                state.finish().next().with(at)
            }
            MachineState::Await3(state) => {
                let state = state.part();
                let at = core::ptr::from_ref(state.s()).addr();
                state.finish().next().with(at)
            }
            MachineState::Final(vacant) => vacant.rest().with(0),
        })
    }
}

fn by_hand<'w>(
    s: Text<'w>,
    world: &'w World,
) -> Machine<'w, impl Future<Output = ()> + Send + use<'w>> {
    Machine::new(s, Calls { world, sub })
}

impl World {
    fn text(&self) -> Text<'_> {
        Text {
            text: "to".to_owned(),
            world: self,
        }
    }
}

fn poll<F: Future + ?Sized>(future: Pin<&mut F>) -> Poll<F::Output> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}

/// The polls until it is ready, and one that is too many.
const POLLS: usize = 6;

/// All that happens when the future is polled so often, and dropped.
fn run<'w, F>(
    world: &'w World,
    polls: usize,
    panics: Option<&String>,
    new: fn(Text<'w>, &'w World) -> F,
) -> Vec<String>
where
    F: Future<Output = usize> + 'w,
{
    *world.panics.lock().unwrap() = panics.cloned();
    let mut future = Box::pin(new(world.text(), world));
    let note = |what: String| world.notes.lock().unwrap().push(what);
    let outcome = |result: Result<String, Box<dyn core::any::Any + Send>>| match result {
        Ok(result) => note(result),
        Err(payload) if payload.is::<&str>() => {
            let asked = payload.downcast_ref() == Some(&"as asked");
            note(if asked { "panics" } else { "refuses" }.to_owned());
        }
        Err(_) => note("panics otherwise".to_owned()),
    };
    for _ in 0..polls {
        outcome(catch_unwind(AssertUnwindSafe(|| {
            format!("{:?}", poll(future.as_mut()))
        })));
    }
    outcome(catch_unwind(AssertUnwindSafe(|| {
        drop(future);
        "dropped".to_owned()
    })));
    mem::take(&mut *world.notes.lock().unwrap())
}

fn both(polls: usize, panics: Option<&String>) -> Vec<String> {
    let world = World::default();
    let compiler = run(&world, polls, panics, compiled);
    let hand = run(&world, polls, panics, by_hand);
    assert_eq!(hand, compiler, "{polls} polls, {panics:?} panics");
    hand
}

#[test]
fn it_does_what_it_should() {
    let all = both(POLLS - 1, None);
    assert_eq!(
        all.join("; "),
        "sub 1 begins; Pending; sub 1: 0 to go; drops sub 1; writes to \"to\"; borrows \"to be\"; sub 2 begins; Pending; \
         sub 2: 1 to go; Pending; sub 2: 0 to go; drops sub 2; changes [\"TO\", \" BE\"]; drops the words [\"TO\", \" BE\"]; \
         sub 3 begins; Pending; sub 3: 0 to go; drops sub 3; prints \"TO BE\"; drops \"TO BE\"; Ready(5); dropped"
    );
    assert_eq!(
        both(POLLS, None)
            .iter()
            .filter(|it| *it == "refuses")
            .count(),
        1
    );
    assert_eq!(both(0, None), ["drops \"to\"", "dropped"]);
}

#[test]
fn it_may_be_dropped_after_each_poll() {
    for polls in 0..=POLLS {
        both(polls, None);
    }
}

#[test]
fn whatever_happens_may_panic() {
    let mut panics = 0;
    for polls in 0..=POLLS {
        for what in both(polls, None) {
            let all = both(polls, Some(&what));
            let happened = all.iter().filter(|it| *it == "panics").count();
            assert!(
                happened <= 1 && !all.iter().any(|it| it == "panics otherwise"),
                "{all:?}"
            );
            panics += happened;
        }
    }
    assert!(panics > 50, "{panics}");
}

#[test]
fn the_string_stays_where_it_is() {
    let world = World::default();
    let mut machine = Box::pin(by_hand(world.text(), &world));
    let at = machine.as_mut().s();
    assert_ne!(at, 0);
    for _ in 0..POLLS - 2 {
        assert!(poll(machine.as_mut()).is_pending());
        assert_eq!(machine.as_mut().s(), at);
    }
    assert_eq!(poll(machine.as_mut()), Poll::Ready(5));
    assert_eq!(machine.as_mut().s(), 0);
}

#[test]
fn it_is_no_larger() {
    let world = World::default();
    let hand = size_of_val(&by_hand(world.text(), &world));
    let compiler = size_of_val(&compiled(world.text(), &world));
    assert!(hand <= compiler, "{hand} and {compiler}");
}

/// As in `aliasing.rs`: it is an argument while the string is borrowed, and written from the other side.
#[inline(never)]
fn poll_by_value<F: Future + ?Sized>(mut future: Pin<Box<F>>) -> (Poll<F::Output>, Pin<Box<F>>) {
    let polled = poll(future.as_mut());
    (polled, future)
}

#[test]
fn it_is_passed_by_value_between_polls() {
    let world = World::default();
    let mut machine = Box::pin(by_hand(world.text(), &world));
    for _ in 0..POLLS - 2 {
        let polled;
        (polled, machine) = poll_by_value(machine);
        assert!(polled.is_pending());
    }
    assert_eq!(poll_by_value(machine).0, Poll::Ready(5));

    let mut erased: Pin<Box<dyn Future<Output = usize> + '_>> =
        Box::pin(by_hand(world.text(), &world));
    (_, erased) = poll_by_value(erased);
    drop(poll_by_value(erased));
}

#[test]
fn each_poll_is_on_another_thread() {
    let world = World::default();
    let mut machine = Box::pin(by_hand(world.text(), &world));
    let mut last = Poll::Pending;
    for _ in 0..POLLS - 1 {
        assert!(last.is_pending());
        let poll_it = || poll(machine.as_mut());
        last = std::thread::scope(|scope| scope.spawn(poll_it).join().unwrap());
    }
    assert_eq!(last, Poll::Ready(5));
}

#[test]
fn it_lies_in_a_slot() {
    let world = World::default();
    let mut slot = core::pin::pin!(own_ref::PinSlot::new());
    for polls in 0..POLLS {
        let mut machine = slot.as_mut().put(by_hand(world.text(), &world));
        for _ in 0..polls {
            let _: Poll<usize> = poll(machine.as_mut());
        }
    }
    let dropped = world.notes.lock().unwrap();
    let strings = dropped.iter().filter(|it| it.starts_with("drops \""));
    assert_eq!(strings.count(), POLLS);
}

#[test]
fn it_is_forgotten_midway() {
    for polls in 0..POLLS {
        let world = test_support::leak_reachable(World::default());
        let mut machine = Box::pin(by_hand(world.text(), world));
        for _ in 0..polls {
            let _: Poll<usize> = poll(machine.as_mut());
        }
        test_support::forget_reachable(machine);
    }
}
