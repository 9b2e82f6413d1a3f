//! What may lie in the memory of an enum is not for others to say.

use own_ref::part::{Hosts, In};

struct Mine;

impl Hosts<Mine> for In<'_, u8> {}

fn main() {
    let _ = Mine;
    fn hosts<B: Hosts<Mine>>() {}
    hosts::<own_ref::part::Free>();
    let _: Option<In<'static, Mine>> = None;
}
