//! What is said of a field has no meaning on the type.

#[derive(leak::async_drop::AsyncDrop)]
struct Owner(#[async_drop(skip)] u8);

fn main() {
    drop(leak::async_drop::async_drop(Owner(1)));
}
