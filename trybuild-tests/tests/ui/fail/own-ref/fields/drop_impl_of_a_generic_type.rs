// As above, where the destructor is that of a generic type, and of an enum.
use own_ref::{Fields, Own, Slot};

#[derive(Fields)]
enum Guard<'a, T: Clone> {
    Name(&'a T),
}

impl<T: Clone> Drop for Guard<'_, T> {
    fn drop(&mut self) {}
}

fn main() {
    let mut slot = Slot::new();
    let GuardOwn::Name(name) = Own::split(slot.put(Guard::Name(&1)));
    assert_eq!(**name, 1);
}
