//! A constant declares no parameters.

#[leak::leak_bounds]
const N: u8 = 1;

fn main() {
    assert_eq!(N, 1);
}
