//! Nor does `Plain` take it: what has a brand isn't `'static`.

use capsule::{Capsule, Plain, Rc, family};
use diplomatic_bag::DiplomaticBag;

fn main() {
    let capsule = Capsule::<family!(Plain<DiplomaticBag<Rc<'b, u32>>>)>::new(|b| {
        let rc = Rc::new(b, 1);
        Plain(DiplomaticBag::new(move |_| unreachable!()))
    });
    std::thread::spawn(move || drop(capsule)).join().unwrap();
}
