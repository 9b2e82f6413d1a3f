//! A channel could end up holding its own receiver, and the guard with it.

use leak::sync::mpsc;

fn main() {
    let local = 42;
    // SAFETY: 1. It is destroyed here, or the compiler refuses. 2. It stays here.
    let guard = unsafe { leak::thread::spawn_unchecked(|| local + 1) };
    let (send, receive) = mpsc::rendezvous();
    drop(receive);
    drop(send.send(guard));
}
