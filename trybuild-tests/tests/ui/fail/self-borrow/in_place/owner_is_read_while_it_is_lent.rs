//! While the string is lent mutably, it is seen through what it was lent to, and not beside that.

use own_ref::states::update_pin;
use own_ref::{Fields, States};
use self_borrow::{InPlace, bind};
use std::pin::{Pin, pin};

bind! { struct Lent bind 'a { s: !'a mut String, r: &'a mut String } }

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
            assert_eq!(state.s.s().len(), 3);
            let end = Lent::end_in_place(|r, ()| r.push('!'));
            StartPart::of(state.part().turn_s(end)).finish().next()
        }
        MachineState::Final(vacant) => vacant.rest(),
    });
}

fn main() {
    let mut machine = pin!(Machine::Start(Start { s: "own".to_owned() }));
    step(machine.as_mut());
    step(machine.as_mut());
}
