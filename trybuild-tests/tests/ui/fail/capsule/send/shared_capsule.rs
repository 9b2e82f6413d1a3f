//! A capsule is `Sync` where its content is: readers could clone an `Rc` on two threads.

use capsule::{Capsule, Rc, family};

fn main() {
    let capsule = Capsule::<family!(Rc<'b, u32>)>::new(|b| Rc::new(b, 1));
    std::thread::scope(|s| {
        s.spawn(|| capsule.with_ref(|_content, _token| ()));
    });
}
