//! Whether a part is full is not for others to say.

use own_ref::part::Full;
use own_ref::{Absent, Present};

struct Mine;

impl Full for (Absent, (Mine, ())) {}

fn main() {
    let _ = (Mine, None::<Absent>);
    fn full<M: Full>() {}
    full::<(Present, (Present, ()))>();
}
