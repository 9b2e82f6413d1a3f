//! A borrow that is marked.

use leak::{Unleak, mem};

fn main() {
    let name = String::from("ann");
    mem::forget(Unleak(&*name));
}
