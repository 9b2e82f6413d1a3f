//! A shared guard inside of a shared guard: the inner one could lead back, for all that this trait knows.

use leak::rc::Rc;
use leak::{AllowedInRc, Unleak};

fn main() {
    let name = String::from("ann");
    let inner = Rc::new_allowed(name.as_str());
    let outer = Rc::new_allowed([inner]);
    assert_eq!(outer[0].len(), 3);
    fn _is_used<T: AllowedInRc>() {}
}
