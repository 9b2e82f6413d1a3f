//! An `extern crate` declares no parameters.

#[leak::leak_bounds]
extern crate leak as other;

fn main() {
    other::mem::forget(1);
}
