//! The derive is the impl.

use leak::async_drop::{AsyncDestruct, async_drop};

struct Owner(u8);

impl AsyncDestruct for Owner {
    async fn async_destruct(self) {}
}

fn main() {
    drop(async_drop(Owner(1)));
}
