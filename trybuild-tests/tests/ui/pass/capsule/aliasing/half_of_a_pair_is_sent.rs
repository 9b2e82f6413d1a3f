//! Both, in their capsule.

use capsule::{Capsule, CapsuleSend, Cell, Family, Rc};

#[derive(Family, CapsuleSend)]
struct Both<'a>(Rc<'a, Cell<'a, u32>>, Rc<'a, Cell<'a, u32>>);

fn main() {
    let mut both = Capsule::<Both<'static>>::new(|b| {
        let one = Rc::new(b, Cell::new(0));
        Both(one.clone(), one)
    });
    std::thread::scope(|s| {
        s.spawn(|| both.with(|Both(a, _), _| drop(a.clone())));
    });
    both.with(|Both(_, b), token| *b.borrow_mut(token) += 1);
}
