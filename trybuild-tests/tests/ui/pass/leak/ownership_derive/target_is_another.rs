//! Checked for one handle, and used for another one.

use leak::rc::Rc;
use leak::sync::Arc;

#[derive(leak::Disowns)]
#[disowns(target = Rc<Self>)]
struct Guard<'a>(&'a str);

fn main() {
    let name = String::from("ann");
    let guard = Rc::new_disowned(Guard(&name));
    assert_eq!(guard.0.len(), 3);
    let _ = Arc::new(1);
}
