//! `with` takes the field by value, so it must be one that may be moved.

use core::marker::PhantomPinned;
use leak::async_drop::{AsyncDrop, async_drop};

#[derive(AsyncDrop)]
struct Owner {
    #[async_drop(with = "close")]
    stays: PhantomPinned,
}

async fn close<T>(value: T) {
    drop(value);
}

fn main() {
    drop(async_drop(Owner { stays: PhantomPinned }));
}
