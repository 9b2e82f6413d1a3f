//! On stable, a closure has none of these traits.

use leak::LeakFn;
use leak::rc::Rc;

fn main() {
    let name = String::from("ann");
    let _shared = Rc::new_allowed(LeakFn::new(&name, |name, ()| name.len()));
    let _ = LeakFn::new((), |(), ()| ());
}
