//! A capsule is `Sync` where its content is: readers could clone an `Rc` on two threads.

use capsule::{Capsule, Cell, family};

fn main() {
    let capsule = Capsule::<family!(Cell<'b, u32>)>::new(|_| Cell::new(1));
    std::thread::scope(|s| {
        s.spawn(|| capsule.with_ref(|_content, _token| ()));
    });
}
