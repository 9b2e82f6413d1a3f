// There is no data to put into the sentinel during an update.
use own_ref::{Fields, States};

#[derive(Fields)]
#[repr(C)]
struct Idle {
    work: u32,
}

#[derive(States)]
#[repr(C, u8)]
enum Machine {
    Idle(Idle),
    #[sentinel]
    Done(String),
}

fn main() {
    let mut machine = Machine::Idle(Idle { work: 1 });
    own_ref::states::update(&mut machine, |now| match now.state() {
        MachineState::Idle(state) => state.next(),
        MachineState::Done(vacant) => vacant.rest(),
    });
    assert!(matches!(machine, Machine::Idle(Idle { work: 1 })));
}
