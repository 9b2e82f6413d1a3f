//! `Fragile<T>` is `Send` for every `T`, since it looks which thread it is on. With an alias of its content beside it, the
//! content would be reachable from two threads. It isn't `CapsuleSend`.

use capsule::{Capsule, CapsuleSend, Family, Rc};
use fragile::Fragile;

#[derive(CapsuleSend, Family)]
struct Pair<'b> {
    wrapped: Fragile<Rc<'b, u32>>,
    alias: Rc<'b, u32>,
}

fn main() {
    let pair = Capsule::<Pair<'static>>::new(|b| {
        let rc = Rc::new(b, 1);
        Pair { wrapped: Fragile::new(rc.clone()), alias: rc }
    });
    std::thread::spawn(move || pair.with_ref(|pair, _| drop((pair.alias.clone(), &pair.wrapped))));
}
