//! Nobody knows which field of a union is there.

use capsule::CapsuleSend;

#[derive(CapsuleSend)]
union Bits {
    number: u32,
    bytes: [u8; 4],
}

fn main() {
    let bits = Bits { number: 1 };
    let Bits { bytes: _ } = bits;
}
