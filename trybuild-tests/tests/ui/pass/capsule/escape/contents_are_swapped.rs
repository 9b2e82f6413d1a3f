//! Nor can two contents be swapped while both are open.

use capsule::{Capsule, Rc, family};

type Texts = family!(Vec<Rc<'b, str>>);

fn main() {
    let mut one = Capsule::<Texts>::new(|b| vec![Rc::from_str(b, "a")]);
    let mut two = Capsule::<Texts>::new(|b| vec![Rc::from_str(b, "b")]);
    std::mem::swap(&mut one, &mut two);
    drop((one, two));
}
