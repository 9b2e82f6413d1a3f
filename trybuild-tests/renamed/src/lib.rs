//! The macros where the libraries have other names in `Cargo.toml`.
//!
//! `leak` is called `leek` here, so `::leak` isn't there, and each macro is told so by `crate = …`.

use core::marker::PhantomData;

/// Plain data.
#[derive(Debug, leek::Leak)]
#[leak(crate = leek)]
pub struct Named<T> {
    /// A field.
    pub value: T,
}

/// One of several, with a path of several names.
#[derive(Debug, leek::Leak)]
#[leak(crate = self::reexport::inner, bound = "T: leek::Leak")]
pub enum Choice<T> {
    /// One.
    One(T),
    /// Another.
    Other,
}

/// A guard.
#[derive(Debug, leek::Unleak)]
#[leak(crate = ::leek)]
pub struct Guard<'a>(pub PhantomData<&'a ()>);

/// Where a library may have put it for its own users.
pub mod reexport {
    pub use leek as inner;
}

/// Bounded.
#[leek::leak_bounds(crate = leek)]
pub fn bounded<T, U: ?Leak>(t: T, u: &U) -> (T, &U) {
    (t, u)
}

/// In a frame.
#[leek::framed(crate = leek)]
#[must_use]
pub fn framed(text: &str) -> usize {
    leek::frame!(s);
    s.spawn(|| text.len()).join().unwrap_or(0)
}

/// Checks them.
pub const fn checks() {
    leek::assert_leak!(Named<u8>, Choice<u8>, Guard<'static>);
}

#[cfg(test)]
mod tests {
    #[test]
    fn frames_run() {
        assert_eq!(super::framed("four"), 4);
    }
}
