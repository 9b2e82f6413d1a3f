//! An `extern crate` declares no parameters.

extern crate leak as other;

fn main() {
    other::mem::forget(1);
}
