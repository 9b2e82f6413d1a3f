//! Two parts of one content may share, so they can't become two capsules.

use capsule::{Capsule, Rc, family};

type One = family!(Rc<'b, u32>);

fn main() {
    let pair = Capsule::<family!((Rc<'b, u32>, Rc<'b, u32>))>::new(|b| {
        let one = Rc::new(b, 1);
        (one.clone(), one)
    });
    let (one, other) = pair.split::<One, _>(|(one, other), _token| (one, Capsule::<One>::new(|_| other)));
    std::thread::spawn(move || drop(one));
    drop(other);
}
