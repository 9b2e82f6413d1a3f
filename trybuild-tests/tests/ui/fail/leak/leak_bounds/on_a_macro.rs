//! A macro is not what it expands to.

#[leak::leak_bounds]
macro_rules! one {
    () => { 1 };
}

fn main() {
    assert_eq!(one!(), 1);
}
