//! What a thread hands over may be full of `Rc`s of its region, and nothing else that is bound to a thread.

use capsule::family;
use capsule::Rc;

fn main() {
    let thread = capsule::spawn::<family!(Vec<Rc<'b, u32>>)>(|b| vec![Rc::new(b, 1)]);
    capsule::region(|b, _token| assert_eq!(thread.join(b).unwrap().len(), 1));
}
