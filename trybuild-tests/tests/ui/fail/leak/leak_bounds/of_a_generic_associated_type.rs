//! The parameters of an associated type; the type itself is not touched.

#[leak::leak_bounds]
trait Family {
    type Member<T>;
}

struct Boxes;

#[leak::leak_bounds]
impl Family for Boxes {
    type Member<T> = Box<T>;
}

fn main() {
    let member: <Boxes as Family>::Member<*const Data> = Box::new(&raw const DATA);
    drop(member);
}

#[derive(Clone, Copy, leak::Leak)]
struct Data;

static DATA: Data = Data;
