// The `repr` that the derive saw vanishes: the compiler may put tag and payloads anywhere.
use own_ref::states::update;
use own_ref::{Fields, States};

#[derive(Fields)]
#[repr(C)]
struct Small {
    byte: u8,
}

#[derive(Fields)]
#[repr(C)]
struct Large {
    word: u64,
}

#[derive(States)]
#[repr(C, u8)]
enum Machine {
    Small(Small),
    Large(Large),
    #[sentinel]
    Done,
}

fn main() {
    let mut machine = Machine::Small(Small { byte: 1 });
    update(&mut machine, |now| match now.state() {
        MachineState::Small(state) => {
            let (small, vacant) = state.take();
            vacant.put(Large { word: small.byte.into() }).next()
        }
        MachineState::Large(state) => state.next(),
        MachineState::Done(vacant) => vacant.rest(),
    });
    assert!(matches!(machine, Machine::Large(Large { word: 1 })));
}
