//! Whether a guard may be forgotten depends on its lifetime, so it has to be written.

struct Guard<'a>(&'a u8);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        assert_eq!(*self.0, 1);
    }
}

fn main() {
    drop(Guard(&1));
    assert!(leak::is_leak!(Guard<'_>));
}
