//! Nobody knows which field of a union is there.

use capsule::CapsuleSend;

#[derive()]
union Bits {
    number: u32,
    bytes: [u8; 4],
}

// SAFETY: a number, whichever it is.
unsafe impl CapsuleSend for Bits {}

fn main() {
    let bits = Bits { number: 1 };
    let Bits { bytes: _ } = bits;
}
