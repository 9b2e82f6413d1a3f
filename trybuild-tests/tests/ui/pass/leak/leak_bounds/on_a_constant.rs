//! A constant declares no parameters.

const N: u8 = 1;

fn main() {
    assert_eq!(N, 1);
}
