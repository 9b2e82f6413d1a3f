//! The function, and the machine by hand.

use core::future::{Future, poll_fn};
use core::mem::{self, MaybeUninit};
use core::pin::Pin;
use core::task::{Context, Poll};
use own_ref::states::update_pin;
use own_ref::{Fields, States};
use self_borrow::{InPlace, bind};
use std::panic::panic_any;
use std::sync::Mutex;

/// What happens is noted here, and one of these things panics.
#[derive(Default)]
pub(crate) struct World {
    pub(crate) notes: Mutex<Vec<String>>,
    /// The first that is called so.
    pub(crate) panics: Mutex<Option<String>>,
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
pub(crate) struct Text<'w> {
    text: String,
    world: &'w World,
}

impl Drop for Text<'_> {
    fn drop(&mut self) {
        self.world.act(format!("drops {:?}", self.text));
    }
}

/// Borrows the string, and looks at it when it is dropped.
pub(crate) struct Words<'a, 'w> {
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

pub(crate) async fn compiled<'w>(mut s: Text<'w>, world: &'w World) -> usize {
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
    pub(crate) struct Written<'w> bind 'a { s: !'a mut Text<'w>, r: &'a mut Text<'w> }
}

bind! {
    pub(crate) struct Split<'w> bind 'a { s: !'a mut Text<'w>, z: Words<'a, 'w> }
}

#[derive(Fields)]
#[repr(C)]
pub(crate) struct State0<'w, F> {
    room: MaybeUninit<F>,
    calls: Calls<'w, F>,
    #[pin]
    s: Text<'w>,
}

#[derive(Fields)]
#[repr(C)]
pub(crate) struct State1<'w, F> {
    #[pin]
    awaited: F,
    calls: Calls<'w, F>,
    #[pin]
    s: Written<'w>,
}

#[derive(Fields)]
#[repr(C)]
pub(crate) struct State2<'w, F> {
    #[pin]
    awaited: F,
    calls: Calls<'w, F>,
    #[pin]
    s: Split<'w>,
}

#[derive(Fields)]
#[repr(C)]
pub(crate) struct State3<'w, F> {
    #[pin]
    awaited: F,
    calls: Calls<'w, F>,
    #[pin]
    s: Text<'w>,
}

#[derive(States)]
#[repr(C, u8)]
pub(crate) enum Machine<'w, F> {
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
pub(crate) struct Calls<'w, F> {
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
    pub(crate) fn s(self: Pin<&mut Self>) -> usize {
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

pub(crate) fn by_hand<'w>(
    s: Text<'w>,
    world: &'w World,
) -> Machine<'w, impl Future<Output = ()> + Send + use<'w>> {
    Machine::new(s, Calls { world, sub })
}

impl World {
    pub(crate) fn text(&self) -> Text<'_> {
        Text {
            text: "to".to_owned(),
            world: self,
        }
    }
}
