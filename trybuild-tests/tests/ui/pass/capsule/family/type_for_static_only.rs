//! A type that exists for `'static` only would tell the closures of openings that every brand is `'static`: its pointers could go
//! anywhere.

use capsule::{Capsule, Rc, family};
use std::any::Any;

type Claim = family!(for<'b> (&'static &'static (), Rc<'b, u32>));

fn main() {
    let mut capsule = Capsule::<Claim>::new(|b| (&&(), Rc::new(b, 1)));
    let any: Box<dyn Any> = capsule.with(|(_claim, rc), _token| -> Box<dyn Any> { Box::new(**rc) });
    drop(any);
}
