//! Deeper than the rank that was asked for.

use leak::Unleak;
use leak::rc::Rc;

fn main() {
    let name = String::from("ann");
    let guard = Rc::new_ranked::<0>(Unleak(&name));
    let guards = Rc::new_ranked::<0>([guard]);
    assert_eq!(guards[0].len(), 3);
}
