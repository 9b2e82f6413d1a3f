//! What a thread owns must outlive `'a`, and its guard doesn't: so the two can't meet.

use leak::thread::{Anchor, SendJoinGuard, spawn_send_unchecked};
use std::sync::mpsc::channel;

fn main() {
    let anchor = Anchor::new();
    let (send, receive) = channel::<SendJoinGuard<'_, ()>>();
    let receive = move || drop(receive.recv());
    // SAFETY: 1. It is destroyed by another thread, or the compiler refuses. 2. A local.
    let guard = unsafe { spawn_send_unchecked(&anchor, || ()) };
    std::thread::scope(|s| {
        s.spawn(receive);
        send.send(guard).unwrap();
    });
}
