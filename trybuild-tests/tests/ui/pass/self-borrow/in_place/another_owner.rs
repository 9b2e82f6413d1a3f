//! From one state to the next the owner stays, so it can't be of another type there.

use own_ref::states::update_pin;
use own_ref::{Fields, States};
use self_borrow::{InPlace, bind};
use std::pin::{Pin, pin};

bind! { struct Lent bind 'a { s: !'a mut String, r: &'a mut String } }

bind! { struct Bytes bind 'a { s: !'a mut String, r: &'a [u8] } }

#[derive(Fields)]
#[repr(C)]
struct Start {
    #[pin]
    s: String,
}

#[derive(Fields)]
#[repr(C)]
struct Awaiting {
    #[pin]
    s: Lent,
}

#[derive(Fields)]
#[repr(C)]
struct Reading {
    #[pin]
    s: Bytes,
}

#[derive(States)]
#[repr(C, u8)]
enum Machine {
    Start(Start),
    Awaiting(Awaiting),
    Reading(Reading),
    #[sentinel]
    Final,
}

fn step(machine: Pin<&mut Machine>) {
    update_pin(machine, |now| match now.state() {
        MachineState::Start(state) => {
            let lend = Lent::lend_in_place(|s| s);
            AwaitingPart::of(state.part().turn_s(lend)).finish().next()
        }
        MachineState::Awaiting(state) => {
            let map = Lent::map_in_place::<Bytes, _, _, _>(|r, ()| r.as_bytes());
            ReadingPart::of(state.part().turn_s(map)).finish().next()
        }
        MachineState::Reading(state) => state.next(),
        MachineState::Final(vacant) => vacant.rest(),
    });
}

fn main() {
    let mut machine = pin!(Machine::Start(Start { s: "own".to_owned() }));
    step(machine.as_mut());
    step(machine.as_mut());
}
