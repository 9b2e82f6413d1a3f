//! An owner that may have been pinned before it was lent isn't lent mutably: that could move it.

use own_ref::states::update_pin;
use own_ref::{Fields, States};
use self_borrow::{InPlace, bind};
use std::pin::{Pin, pin};

bind! { struct Lent bind 'a { s: !'a mut Owner, r: &'a mut Owner } }

#[derive(Fields)]
#[repr(C)]
struct Start {
    #[pin]
    s: Owner,
}

#[derive(Default)]
struct Owner(u8);

#[derive(Fields)]
#[repr(C)]
struct Awaiting {
    #[pin]
    s: Lent,
}

#[derive(States)]
#[repr(C, u8)]
enum Machine {
    Start(Start),
    Awaiting(Awaiting),
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
            let end = Lent::end_in_place(|r, ()| drop(std::mem::take(&mut r.0)));
            StartPart::of(state.part().turn_s(end)).finish().next()
        }
        MachineState::Final(vacant) => vacant.rest(),
    });
}

fn main() {
    let mut machine = pin!(Machine::Start(Start { s: Owner::default() }));
    step(machine.as_mut());
    step(machine.as_mut());
}
