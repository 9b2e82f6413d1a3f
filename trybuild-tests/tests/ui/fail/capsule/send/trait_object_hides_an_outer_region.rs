//! Nor can a trait object hide one: it would have to outlive every brand.

use capsule::{Capsule, CapsuleSend, Rc, family};

trait Shape<'b>: CapsuleSend {}

#[derive(CapsuleSend)]
struct Hidden<'a>(Rc<'a, u32>);

impl<'a, 'b> Shape<'b> for Hidden<'a> {}

fn main() {
    capsule::region(|outer, _token| {
        let rc = Rc::new(outer, 1);
        let inner = Capsule::<family!(Box<dyn Shape<'b> + 'b>)>::new(|_b| {
            Box::new(Hidden(rc.clone()))
        });
        std::thread::scope(|s| {
            s.spawn(move || drop(inner));
        });
        drop(rc.clone());
    });
}
