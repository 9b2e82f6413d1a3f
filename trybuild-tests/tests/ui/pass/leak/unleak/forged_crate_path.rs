//! `crate = path` must not become a way to implement any unsafe trait in safe code.

#![forbid(unsafe_code)]

mod forged {
    pub use leak::__private;
}

#[derive(leak::Unleak)]
#[leak(crate = crate::forged)]
struct NotSync<T>(T);

fn share<T: Sync>(_: &T) {}

fn main() {
    share(&NotSync(1));
}
