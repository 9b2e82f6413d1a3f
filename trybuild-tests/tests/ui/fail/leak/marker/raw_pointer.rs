//! A raw pointer may own its target.

use leak::mem;

fn main() {
    let number = 7;
    mem::forget(&raw const number);
}
