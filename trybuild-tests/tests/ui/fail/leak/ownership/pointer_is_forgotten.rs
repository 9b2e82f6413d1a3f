//! A guard was let into an `Rc`, but the `Rc` still can't be forgotten.

use leak::Unleak;
use leak::rc::Rc;

fn main() {
    let name = String::from("ann");
    let guard = Rc::new_allowed(Unleak(&name));
    leak::mem::forget(guard.clone());
    drop(guard);
}
