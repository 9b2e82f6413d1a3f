//! `extern crate self as leak` must not become a way to implement any unsafe trait in safe code.

#![forbid(unsafe_code)]

extern crate leak as real;
extern crate self as leak;
pub use core::marker::Send as Leak;
pub mod __private {}

#[derive(real::Leak)]
#[leak(crate = real)]
struct NotSend(&'static u8);

fn send<T: Send>(_: T) {}

fn main() {
    send(NotSend(&0));
}
