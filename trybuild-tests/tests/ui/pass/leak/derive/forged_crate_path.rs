//! `crate = path` must not become a way to implement any unsafe trait in safe code.

#![forbid(unsafe_code)]

mod forged {
    pub use leak::__private;
}

#[derive(leak::Leak)]
#[leak(crate = crate::forged)]
struct NotSend(&'static u8);

fn send<T: Send>(_: T) {}

fn main() {
    send(NotSend(&0));
}
