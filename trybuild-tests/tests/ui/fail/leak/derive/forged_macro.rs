//! Whoever brings a macro of their own must write the `unsafe` in it.

#![forbid(unsafe_code)]

mod forged {
    pub mod __private {
        macro_rules! forge {
            (impl [] for [$($ty:tt)*] $($rest:tt)*) => {
                unsafe impl Send for $($ty)* {}
            };
        }
        pub(crate) use forge as unsafe_derive_leak;
    }
}

#[derive(leak::Leak)]
#[leak(crate = crate::forged)]
struct NotSend(*mut u8);

fn send<T: Send>(_: T) {}

fn main() {
    send(NotSend(core::ptr::null_mut()));
}
