//! A clone of the content would share with it.

use capsule::{Capsule, Rc, family};

type One = family!(Rc<'b, u32>);

fn main() {
    let one = Capsule::<One>::new(|b| Rc::new(b, 1));
    let other = one.with_ref(|one, _| Capsule::<One>::new(|b| Rc::new(b, **one)));
    std::thread::spawn(move || drop(one));
    drop(other);
}
