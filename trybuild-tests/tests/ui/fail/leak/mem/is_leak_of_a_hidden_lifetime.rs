//! A lifetime that isn't even hinted at.

#![expect(elided_lifetimes_in_paths)]

use leak::Unleak;

fn main() {
    assert!(leak::is_leak!(Option<Unleak<Box<&u8>>>));
    let _: std::cell::Ref<u8> = std::cell::RefCell::new(1).borrow();
}
