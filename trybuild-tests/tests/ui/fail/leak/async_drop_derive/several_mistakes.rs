//! All mistakes of one item are reported at once, and none of them twice.

use leak::async_drop::async_drop;

#[derive(leak::async_drop::AsyncDrop)]
#[async_drop(bond = "")]
enum State<#[async_drop(x)] T> {
    #[async_drop(sync)]
    Open(#[async_drop(sync, skip)] T, #[async_drop(with = 1)] u8),
    Closed { #[async_drop(crate = a)] code: u8 },
}

fn main() {
    drop(async_drop(State::Open(1, 2)));
    drop(async_drop(State::Closed::<u8> { code: 1 }));
}
