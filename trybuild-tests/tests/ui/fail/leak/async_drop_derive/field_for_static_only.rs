//! An impl for one lifetime of a field is not picked up for another.

use leak::async_drop::{AsyncDestruct, AsyncDrop, async_drop};

struct Session<'a>(&'a str);

impl AsyncDestruct for Session<'static> {
    async fn async_destruct(self) {}
}

#[derive(AsyncDrop)]
struct Owner<'a> {
    session: Session<'a>,
}

fn main() {
    drop(async_drop(Owner { session: Session("any") }));
}
