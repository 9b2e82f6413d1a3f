//! `crate = path` must not become a way to call any unsafe function in safe code.

#![forbid(unsafe_code)]

mod forged {
    pub mod __private {
        pub struct FrameStore;
        impl FrameStore {
            pub fn new() -> [usize; 1] {
                [0]
            }
        }
        #[allow(non_snake_case)]
        pub mod Frame {
            pub use core::mem::transmute_copy as new;
            pub fn scope(text: &&'static u8) -> &'static u8 {
                text
            }
        }
    }
}

#[leak::framed(crate = crate::forged)]
fn dangling() -> &'static u8 {
    frame!(s);
    s
}

fn main() {
    println!("{}", dangling());
}
