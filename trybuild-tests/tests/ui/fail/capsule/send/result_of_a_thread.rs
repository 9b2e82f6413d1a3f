//! What a thread hands over may be full of `Rc`s of its region, and nothing else that is bound to a thread.

use capsule::family;
use std::rc::Rc;

fn main() {
    let thread = capsule::spawn::<family!(for<'b> Vec<Rc<u32>>)>(|_| vec![Rc::new(1)]);
    capsule::region(|b, _token| assert_eq!(thread.join(b).unwrap().len(), 1));
}
