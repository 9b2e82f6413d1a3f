//! Two parts of one content may share, so they can't become two capsules.

use capsule::{Capsule, Rc, family};

type One = family!(Rc<'b, u32>);

fn main() {
    let pair = Capsule::<family!((Rc<'b, u32>, Capsule<One>))>::new(|b| {
        let one = Rc::new(b, 1);
        (one, Capsule::new(|b| Rc::new(b, 1)))
    });
    let (one, other) = pair.split::<One, _>(|(one, other), _token| (one, other));
    std::thread::spawn(move || drop(one));
    drop(other);
}
