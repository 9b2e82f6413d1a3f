//! An impl for some values of a `const` parameter is no answer for all.

use leak::async_drop::{AsyncDestruct, AsyncDrop, async_drop};

struct Buffer<const N: usize>([u8; N]);

impl<const N: usize> AsyncDestruct for Buffer<N> {
    async fn async_destruct(self) {}
}

#[derive(AsyncDrop)]
struct Owner<const N: usize> {
    buffer: Buffer<N>,
}

fn main() {
    drop(async_drop(Owner { buffer: Buffer([0]) }));
}
