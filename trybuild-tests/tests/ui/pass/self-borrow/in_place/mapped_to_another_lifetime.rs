//! A lend that knows of a shorter lifetime isn't made one that forgets it: a closure may have believed what that implies.

use own_ref::states::update_pin;
use own_ref::{Fields, States};
use self_borrow::{InPlace, bind};
use std::marker::PhantomData;
use std::pin::{Pin, pin};

bind! { struct Lent<'w> bind 'a { s: !'a mut String, r: (&'a mut String, &'w str) } }

bind! { struct Bare<'w> bind 'a { s: !'a mut String, r: (&'a mut String, Option<&'w str>) } }

#[derive(Fields)]
#[repr(C)]
struct Start {
    #[pin]
    s: String,
}

#[derive(Fields)]
#[repr(C)]
struct Awaiting<'w> {
    #[pin]
    s: Lent<'w>,
}

#[derive(Fields)]
#[repr(C)]
struct Bared<'w> {
    #[pin]
    s: Bare<'w>,
    word: PhantomData<&'w ()>,
}

#[derive(States)]
#[repr(C, u8)]
enum Machine<'w> {
    Start(Start),
    Awaiting(Awaiting<'w>),
    Bared(Bared<'w>),
    #[sentinel]
    Final,
}

fn step<'w>(machine: Pin<&mut Machine<'w>>, other: &'w str) {
    update_pin(machine, |now| match now.state() {
        MachineState::Start(state) => {
            let lend = Lent::lend_in_place(|s| (s, other));
            AwaitingPart::of(state.part().turn_s(lend)).finish().next()
        }
        MachineState::Awaiting(state) => {
            let map = Lent::map_in_place::<Bare<'w>, _, _, _>(|(r, _), ()| (r, None));
            let state = BaredPart::of(state.part().turn_s(map));
            state.set_word(PhantomData).finish().next()
        }
        MachineState::Bared(state) => state.next(),
        MachineState::Final(vacant) => vacant.rest(),
    });
}

fn main() {
    let other = "!".to_owned();
    let text = "own".to_owned();
    let mut machine = pin!(Machine::Start(Start { s: text }));
    step(machine.as_mut(), &other);
    step(machine.as_mut(), &other);
}
