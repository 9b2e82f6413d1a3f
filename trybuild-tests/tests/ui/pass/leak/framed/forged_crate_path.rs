//! `crate = path` must not become a way to call any unsafe function in safe code.

#![forbid(unsafe_code)]

mod forged {
    pub use leak::__private;
}

#[leak::framed(crate = crate::forged)]
fn dangling() -> &'static u8 {
    frame!(s);
    s.spawn(|| &0).join().unwrap_or(&1)
}

fn main() {
    println!("{}", dangling());
}
