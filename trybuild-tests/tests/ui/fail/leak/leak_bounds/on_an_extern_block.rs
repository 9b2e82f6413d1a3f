//! Foreign functions have no type parameters.

#[leak::leak_bounds]
unsafe extern "C" {
    safe fn abs(n: i32) -> i32;
}

fn main() {
    assert_eq!(abs(-1), 1);
}
