//! A guard by value is unsafe to make: most code knows nothing of `Leak`.

fn main() {
    let local = 42;
    core::mem::forget(leak::thread::spawn_unchecked(|| local + 1));
}
