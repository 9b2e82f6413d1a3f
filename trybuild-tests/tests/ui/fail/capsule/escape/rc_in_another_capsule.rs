//! The content of one capsule can't be left in another: they are two regions.

use capsule::{Capsule, Rc, family};

type Texts = family!(Vec<Rc<'b, str>>);

fn main() {
    let mut from = Capsule::<Texts>::new(|b| vec![Rc::from_str(b, "a")]);
    let mut to = Capsule::<Texts>::new(|b| vec![Rc::from_str(b, "b")]);
    from.with(|from, _token| {
        to.with(|to, _token| to.push(from[0].clone()));
    });
}
