//! While a linear value is alive, nothing may be called that could panic.

use leak::linear::Linear;

#[inline(never)]
fn may_panic(n: usize) -> usize {
    assert!(n < 100);
    n
}

fn main() {
    let name = Linear::new(String::from("ann"));
    let name = name.map(|name| may_panic(1).min(name.len())).into_inner();
    assert_eq!(name, 1);
}
