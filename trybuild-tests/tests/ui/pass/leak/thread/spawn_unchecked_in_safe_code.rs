//! A guard by value is unsafe to make: most code knows nothing of `Leak`.

fn main() {
    let local = 42;
    leak::scope(|s| core::mem::forget(s.spawn(|| local + 1)));
}
