//! A static declares no parameters.

#[leak::leak_bounds]
pub static N: u8 = 1;

fn main() {
    assert_eq!(N, 1);
}
