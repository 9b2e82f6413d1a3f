//! `family!` can't see the parameters of a function; a struct can have some.

use capsule::{Capsule, Rc, family};

fn pack<T: 'static>(value: T) -> Capsule<family!(Rc<'b, T>)> {
    Capsule::new(|b| Rc::new(b, value))
}

fn main() {
    let packed = pack(1);
    packed.with_ref(|rc, _token| assert_eq!(**rc, 1));
}
