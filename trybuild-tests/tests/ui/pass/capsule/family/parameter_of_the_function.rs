//! `family!` can't see the parameters of a function; a struct can have some.

use capsule::{Capsule, Family, Rc};

#[derive(Family)]
struct Shared<'b, T>(Rc<'b, T>);

fn pack<T: 'static>(value: T) -> Capsule<Shared<'static, T>> {
    Capsule::new(|b| Shared(Rc::new(b, value)))
}

fn main() {
    let packed = pack(1);
    packed.with_ref(|rc, _token| assert_eq!(*rc.0, 1));
}
