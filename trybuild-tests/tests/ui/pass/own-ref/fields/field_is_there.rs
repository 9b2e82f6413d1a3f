// Nothing is overwritten without being dropped.
use own_ref::{Fields, Slot};

#[derive(Fields)]
struct Pair(String, u32);

fn main() {
    let mut slot = Slot::<Pair>::new();
    let part = slot.hole().part().set_0("old".to_owned());
    let part = part.drop_0().set_0("new".to_owned()).set_1(1);
    assert_eq!(part.finish().0, "new");
}
