//! Whether memory is pinned is not for others to say, also if the enum in it is theirs.

use own_ref::part::{Movable, Pinning, PinnedIn};

struct Mine;

fn main() {
    fn pinned<B: Pinning>() {}
    pinned::<PinnedIn<'static, Mine>>();
    let _ = Mine;
    fn movable<B: Movable>() {}
    movable::<own_ref::part::Free>();
}
