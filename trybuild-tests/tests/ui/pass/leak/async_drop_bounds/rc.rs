//! What isn't `Send` has no asynchronous destructor.

use leak::async_drop::async_drop;
use std::sync::Arc as Shared;

fn main() {
    drop(async_drop(Shared::new(1)));
}
