// A type macro that means something else each time.
use own_ref::{Fields, States};

#[derive(Fields)]
#[repr(C)]
struct Idle {
    work: u32,
}

#[derive(Fields)]
#[repr(C)]
struct Busy {
    work: u32,
}

#[derive(States)]
#[repr(C, u8)]
enum Machine {
    Idle(hostile_macros::alternating!(Idle, Busy)),
    #[sentinel]
    Done,
}

fn main() {
    let machine = Machine::Idle(Idle { work: 1 });
    assert!(matches!(machine, Machine::Idle(Idle { work: 1 })));
    assert_eq!(Busy { work: 2 }.work, 2);
}
