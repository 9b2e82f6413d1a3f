//! A capsule can't be merged into a region while it is open itself.

use capsule::{Brand, Capsule, Rc, family};

fn main() {
    let mut capsule = Capsule::<family!(Vec<Rc<'b, u32>>)>::new(|b| vec![Rc::new(b, 1)]);
    let other = Capsule::<family!(Vec<Rc<'b, u32>>)>::new(|b| vec![Rc::new(b, 2)]);
    capsule.with(|list, token| {
        let again = other.open_into(Brand::of(token));
        list.extend(again);
    });
}
