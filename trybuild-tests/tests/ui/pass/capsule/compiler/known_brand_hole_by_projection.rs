//! Another face of the bug in `known_brand_hole`: below a `for`, the compiler doesn't ask whether a type exists, and where it is an
//! argument of a closure, takes it for granted. A family that forwards to such a type lets a closure believe that its brand
//! is `'static`. `family!` asks; the compiler doesn't. When this case stops to compile, the hole is closed.

use capsule::{Capsule, Family, Rc};
use std::any::Any;
use std::marker::PhantomData;

trait At<'b> {
    type Type;
}

struct Forward<D: ?Sized>(PhantomData<D>);

impl<D: ?Sized + 'static + for<'b> At<'b>> Family for Forward<D> {
    type Of<'b> = <D as At<'b>>::Type;
}

type Claim = Forward<dyn for<'b> At<'b, Type = (&'static &'b (), Rc<'b, u32>)>>;

fn main() {
    let mut capsule = Capsule::<Claim>::new(|b| (&&(), Rc::new(b, 1)));
    let any = capsule.with(|(_claim, rc), _token| -> Box<dyn Any> { Box::new(rc.clone()) });
    // Harmless here: it is on the same thread.
    drop(any);
}
