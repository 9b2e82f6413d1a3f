//! Fields of a packed type can't be destroyed in their place.

#[derive(leak::async_drop::AsyncDrop)]
#[repr(C, align(2))]
struct Packed(u8, u32);

fn main() {
    drop(leak::async_drop::async_drop(Packed(1, 2)));
}
