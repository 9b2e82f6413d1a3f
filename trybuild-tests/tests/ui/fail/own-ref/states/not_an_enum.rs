// Only an enum has states.
use own_ref::{Fields, States};

#[derive(States)]
#[repr(C)]
struct Idle {
    work: u32,
}

#[derive(Fields)]
struct Other(u8);

fn main() {
    let _ = (Idle { work: 1 }.work, Other(1).0);
}
