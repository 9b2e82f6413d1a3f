//! Only a guard that borrows nothing can be given up for std's handle, which detaches.

fn main() {
    let local = 42;
    // SAFETY: 1. It is joined, or the compiler refuses. 2. It stays here.
    let guard = unsafe { leak::thread::spawn_unchecked(move || local + 1) };
    drop(guard.into_handle());
}
