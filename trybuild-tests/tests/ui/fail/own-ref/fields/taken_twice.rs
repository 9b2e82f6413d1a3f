// A field leaves once.
use own_ref::{Fields, Own, Slot};

#[derive(Fields)]
struct Pair(String, u32);

fn main() {
    let mut slot = Slot::new();
    let pair = slot.put(Pair("a".to_owned(), 1));
    let (first, part) = Own::part(pair).take_0();
    let (second, _) = part.take_0();
    drop((first, second));
}
