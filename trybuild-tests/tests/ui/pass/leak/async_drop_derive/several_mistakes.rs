//! All mistakes of one item are reported at once, and none of them twice.

use leak::async_drop::async_drop;

#[derive(leak::async_drop::AsyncDrop)]
#[async_drop(bound = "T: Send")]
enum State<T> {
    Open(#[async_drop(sync)] T, u8),
    Closed { code: u8 },
}

fn main() {
    drop(async_drop(State::Open(1, 2)));
    drop(async_drop(State::Closed::<u8> { code: 1 }));
}
