//! `crate = path` must not become a way to implement any unsafe trait in safe code.

#![forbid(unsafe_code)]

mod forged {
    pub use core::marker::Sync as Leak;
    pub mod __private {}
}

#[derive(leak::Unleak)]
#[leak(crate = crate::forged)]
struct NotSync<T>(core::cell::Cell<T>);

fn share<T: Sync>(_: &T) {}

fn main() {
    share(&NotSync(core::cell::Cell::new(1)));
}
