//! An `Rc` could end up owning itself, and the guard with it.

fn main() {
    let local = 42;
    // SAFETY: 1. It is destroyed here, or the compiler refuses. 2. It stays here.
    let guard = unsafe { leak::thread::spawn_unchecked(|| local + 1) };
    drop(leak::rc::Rc::new(guard));
}
