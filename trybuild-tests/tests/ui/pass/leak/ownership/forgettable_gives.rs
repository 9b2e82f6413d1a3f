//! What may be forgotten may give access, as a reference does.

use leak::ownership::Forgettable;
use leak::rc::Rc;
use leak::Disowns;
use std::cell::RefCell;

#[derive(Disowns)]
struct View<'a> {
    cell: Forgettable<&'a RefCell<Option<Rc<u8>>>>,
}

fn main() {
    let cell = RefCell::new(Some(Rc::new(1)));
    let view = View {
        cell: Forgettable(&cell),
    };
    assert!(view.cell.take().is_some());
}
