//! The macro would say `Rc<u16>` where the fields are checked, and `Rc<Data>` in the impl.

#[derive(leak::Disowns)]
#[disowns(target = "leak::sync::Arc<Data>")]
struct Data {
    next: Option<Box<Data>>,
}

fn main() {
    assert!(Data { next: None }.next.is_none());
}
