//! `crate = path` must not become a way to implement any unsafe trait in safe code.

#![forbid(unsafe_code)]

mod forged {
    pub use core::marker::Send as Leak;
    pub mod __private {}
}

#[derive(leak::Leak)]
#[leak(crate = crate::forged)]
struct NotSend(*mut u8);

fn send<T: Send>(_: T) {}

fn main() {
    send(NotSend(core::ptr::null_mut()));
}
