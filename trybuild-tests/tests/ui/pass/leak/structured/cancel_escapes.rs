//! The handle of a set stays inside of it.

use leak::structured::scope;

fn main() {
    let cancelled = scope(|set| set.handle().is_cancelled()).unwrap();
    assert!(!cancelled);
}
