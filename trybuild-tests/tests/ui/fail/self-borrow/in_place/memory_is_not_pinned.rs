//! In memory that isn't pinned nothing is lent in place: the machine could be moved.

use own_ref::states::update;
use own_ref::{Fields, States};
use self_borrow::{InPlace, bind};

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

fn step(machine: &mut Machine) {
    update(machine, |now| match now.state() {
        MachineState::Start(state) => {
            let lend = Lent::lend_in_place(|s| s);
            AwaitingPart::of(state.part().turn_s(lend)).finish().next()
        }
        MachineState::Awaiting(state) => {
            let end = Lent::end_in_place(|r, ()| r.push('!'));
            StartPart::of(state.part().turn_s(end)).finish().next()
        }
        MachineState::Final(vacant) => vacant.rest(),
    });
}

fn main() {
    let mut machine = Machine::Start(Start { s: "own".to_owned() });
    step(&mut machine);
    step(&mut machine);
}
