//! A variant has no attribute.

#[derive(leak::async_drop::AsyncDrop)]
enum State {
    Open(#[async_drop(sync)] u8),
}

fn main() {
    drop(leak::async_drop::async_drop(State::Open(1)));
}
