//! A raw pointer has no destructor, so the guard would be forgotten.

use leak::Unleak;
use leak::rc::Rc;

fn main() {
    let name = String::from("ann");
    let guard = Rc::new_ranked::<0>(Unleak(&name));
    let _ = Rc::into_raw(guard);
}
