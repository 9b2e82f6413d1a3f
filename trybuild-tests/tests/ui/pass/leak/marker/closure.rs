//! A closure has no traits of ours on stable. A `'static` one can be wrapped.

use leak::mem;

fn main() {
    mem::forget(leak::Unleak(|| 7));
}
