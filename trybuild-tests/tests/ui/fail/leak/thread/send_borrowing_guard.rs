//! A guard that borrows isn't sent: its own thread is one of the places where it could go.

fn main() {
    let local = 42;
    // SAFETY: 1. It is joined. 2. The compiler sees to that.
    let guard = unsafe { leak::thread::spawn_unchecked(|| local + 1) };
    std::thread::scope(|s| {
        s.spawn(move || guard.join().unwrap());
    });
}
