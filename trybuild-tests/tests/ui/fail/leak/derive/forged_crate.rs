//! `extern crate self as leak` must not become a way to implement any unsafe trait in safe code.

#![forbid(unsafe_code)]

extern crate leak as real;
extern crate self as leak;
pub use core::marker::Send as Leak;
pub mod __private {}

#[derive(real::Leak)]
struct NotSend(*mut u8);

fn send<T: Send>(_: T) {}

fn main() {
    send(NotSend(core::ptr::null_mut()));
}
