//! A brand can't be kept for later, to add to a region that is packed by then.

use capsule::{Capsule, Plain, region};

fn main() {
    let mut kept = None;
    region(|b, _token| kept = Some(b));
    let capsule = Capsule::<Plain<()>>::new(|_| Plain(()));
    drop((capsule, kept));
}
