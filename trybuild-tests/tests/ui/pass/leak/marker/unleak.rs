//! A borrow that is marked.

use leak::{Unleak, mem};

fn main() {
    let name = "ann";
    mem::forget(Unleak(&*name));
}
