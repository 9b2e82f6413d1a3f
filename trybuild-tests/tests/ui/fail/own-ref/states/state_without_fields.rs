// A state is a struct with fields that are known.
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
    Text(String),
    #[sentinel]
    Done,
}

fn main() {
    let machine = Machine::Idle(Idle { work: 1 });
    assert!(matches!(machine, Machine::Idle(Idle { work: 1 })));
}
