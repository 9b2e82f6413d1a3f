//! A position of one's own could say that a field has another type.

use own_ref::part::{At, First, Mask};
use own_ref::Present;

struct Mine;

impl At<Mine, (String, ())> for (Present, ()) {
    type Field = usize;
    type Mark = Present;
    type Present = (Present, ());
    type Absent = (own_ref::Absent, ());
    const INDEX: usize = 0;
}

fn main() {
    let _ = Mine;
    fn field<M: Mask<(String, ())> + At<First, (String, ())>>() -> usize {
        M::INDEX
    }
    assert_eq!(field::<(Present, ())>(), 0);
}
