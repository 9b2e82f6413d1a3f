//! A set of threads is no value: not even a reference to it leaves the scope.

use leak::structured::scope;

fn main() {
    let set = scope(|set| set);
    drop(set);
}
