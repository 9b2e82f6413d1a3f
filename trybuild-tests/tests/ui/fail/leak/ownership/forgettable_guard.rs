//! A guard that borrows can't be forgotten, so it can't hide in a `Forgettable`.

use leak::Unleak;
use leak::ownership::Forgettable;
use leak::rc::Rc;

fn main() {
    let name = String::from("ann");
    let guard = Rc::new_allowed(Forgettable(Unleak(name.as_str())));
    assert_eq!(guard.len(), 3);
}
