//! The handle of a set stays inside of it.

use leak::structured::scope;

fn main() {
    let handle = scope(|set| set.handle()).unwrap();
    assert!(!handle.is_cancelled());
}
