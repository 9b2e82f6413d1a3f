//! A linear value that borrows, of a guard: neither dropped nor forgotten.

use leak::Unleak;
use leak::linear::Linear;

fn main() {
    let name = String::from("ann");
    let guard = Linear::new(Unleak(&name));
    leak::mem::forget(guard);
}
