//! A union doesn't know what to destroy.

#[derive(Clone, Copy, leak::async_drop::AsyncDrop)]
struct Word {
    whole: u32,
}

fn main() {
    drop(leak::async_drop::async_drop(Word { whole: 1 }));
}
