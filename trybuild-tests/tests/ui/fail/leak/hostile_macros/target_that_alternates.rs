//! The macro would say `Rc<u16>` where the fields are checked, and `Rc<Data>` in the impl.

use leak::rc::Rc;

#[derive(leak::Disowns)]
#[disowns(target = "hostile_macros::alternating!(Rc<u16>, Rc<Data>)")]
struct Data {
    next: Option<Rc<Data>>,
}

fn main() {
    assert!(Data { next: None }.next.is_none());
}
