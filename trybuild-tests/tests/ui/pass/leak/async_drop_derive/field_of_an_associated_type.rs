//! What a parameter names needs the bound, too.

use leak::async_drop::{AsyncDrop, async_drop};

#[derive(AsyncDrop)]
#[async_drop(bound = "I: Send, I::Item: leak::async_drop::AsyncDestruct")]
struct Peeked<I: Iterator<Item: Send>> {
    #[async_drop(sync)]
    iter: I,
    next: Option<I::Item>,
}

fn main() {
    let mut iter = 1..3;
    let next = iter.next();
    drop(async_drop(Peeked { iter, next }));
}
