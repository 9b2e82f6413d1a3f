//! What a trait object is, only its traits say.

use capsule::{Capsule, CapsuleSend, Rc, family};

trait Shape<'b>: CapsuleSend {
    fn sides(&self) -> u32;
}

impl<'b> Shape<'b> for Rc<'b, u32> {
    fn sides(&self) -> u32 {
        **self
    }
}

fn main() {
    let shape = Capsule::<family!(Box<dyn Shape<'b> + 'b>)>::new(|b| Box::new(Rc::new(b, 3)));
    let sides = std::thread::spawn(move || shape.with_ref(|shape, _| shape.sides()));
    assert_eq!(sides.join().unwrap(), 3);
}
