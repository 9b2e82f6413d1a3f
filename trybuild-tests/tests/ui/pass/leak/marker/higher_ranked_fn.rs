//! On stable, no impl covers a function pointer for references of every lifetime.

use leak::mem;

fn main() {
    mem::forget(str::len as fn(&'static str) -> usize);
}
