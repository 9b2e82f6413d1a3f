//! The derive sees what a condition adds.

use leak::async_drop::{AsyncDrop, async_drop};

#[derive(AsyncDrop)]
#[cfg_attr(any(), repr(C, packed))]
struct Packed(u8, u32);

fn main() {
    drop(async_drop(Packed(1, 2)));
}
