//! A closure has the lifetimes of what it captures.

use capsule::Rc;

fn main() {
    let mut kept: Option<Box<dyn Fn() -> u32>> = None;
    capsule::region(|b, _token| {
        let rc = Rc::new(b, 1);
        let value = *rc;
        kept = Some(Box::new(move || value));
    });
    assert_eq!(kept.map(|kept| kept()), Some(1));
}
