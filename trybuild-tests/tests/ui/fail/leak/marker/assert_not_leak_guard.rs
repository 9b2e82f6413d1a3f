//! The assertion sees types, not lifetimes: a guard is `Leak` for some.

/// Borrows until it is dropped.
struct Guard<'a>(&'a str);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

fn main() {
    leak::assert_not_leak!(Guard<'_>);
}
