//! `(a, b): for<'a> (Rc<'a, T>, Rc<'a, T>)` may cross threads; one of the two alone may not.

use capsule::{Capsule, CapsuleSend, Cell, Family, Rc};

#[derive(Family, CapsuleSend)]
struct Both<'a>(Rc<'a, Cell<'a, u32>>, Rc<'a, Cell<'a, u32>>);

fn main() {
    let mut both = Capsule::<Both<'static>>::new(|b| {
        let one = Rc::new(b, Cell::new(0));
        Both(one.clone(), one)
    });
    both.with(|Both(a, b), token| {
        std::thread::scope(|s| {
            s.spawn(|| drop(a.clone()));
        });
        *b.borrow_mut(token) += 1;
    });
}
