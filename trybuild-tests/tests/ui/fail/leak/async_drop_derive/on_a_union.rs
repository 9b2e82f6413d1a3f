//! A union doesn't know what to destroy.

#[derive(Clone, Copy, leak::async_drop::AsyncDrop)]
union Word {
    whole: u32,
}

fn main() {
    drop(leak::async_drop::async_drop(Word { whole: 1 }));
}
