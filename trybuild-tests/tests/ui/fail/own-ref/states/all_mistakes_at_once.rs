// Each mistake is reported at its own place.
use own_ref::{Fields, States};

#[derive(Fields)]
#[repr(C)]
struct Idle {
    work: u32,
}

#[derive(States)]
#[repr(u16)]
#[own_ref(split_only)]
#[sentinel]
enum Machine {
    Idle(Idle),
    Busy,
    Done(String, String) = 3,
}

fn main() {
    let mut machine = Machine::Idle(Idle { work: 1 });
    own_ref::states::update(&mut machine, |now| match now.state() {
        MachineState::Idle(state) => state.next(),
        MachineState::Done(vacant) => vacant.rest(),
    });
    assert!(matches!(machine, Machine::Idle(Idle { work: 1 })));
}
