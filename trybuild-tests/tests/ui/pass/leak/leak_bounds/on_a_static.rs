//! A static declares no parameters.

pub static N: u8 = 1;

fn main() {
    assert_eq!(N, 1);
}
