//! A guard that borrows must be destroyed before the borrow ends.

fn main() {
    let local = 42;
    // SAFETY: 1. It isn't, if it is forgotten: the compiler refuses that. 2. It stays here.
    let guard = unsafe { leak::thread::spawn_unchecked(|| local + 1) };
    leak::mem::forget(guard);
}
