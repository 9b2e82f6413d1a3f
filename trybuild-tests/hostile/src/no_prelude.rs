//! Nothing is in scope: no prelude, no primitive type but by its path.

#![no_implicit_prelude]

/// A struct.
#[derive(::leak::Leak)]
pub struct Data<T> {
    /// A field.
    pub field: T,
    /// Another.
    pub list: [T; 2],
}

/// An enum.
#[derive(::leak::Leak)]
pub enum Choice<T> {
    /// One.
    One(T),
    /// Another.
    Two {
        /// A field.
        field: T,
    },
    /// Nothing.
    Three,
}

/// A guard.
#[derive(::leak::Unleak)]
pub struct Guard<'a, T>(pub &'a T);

/// Asked what it owns.
#[derive(
    ::leak::AllowedInRc,
    ::leak::Disowns,
    ::leak::NeverGives,
    ::leak::RankedLeak,
    ::leak::RoutineDrop,
)]
#[ranked_leak(rank = 2)]
pub struct Asked<'a, T> {
    /// A field.
    pub field: &'a T,
    /// Another.
    pub function: fn() -> T,
}

/// A bounded trait.
#[::leak::leak_bounds]
pub trait Sink<T> {
    /// A method.
    fn put<U: ?Leak>(&mut self, t: T, u: &U);
}

/// A frame.
#[::leak::framed]
pub fn framed(bytes: &[u8]) -> usize {
    ::leak::frame!(s);
    s.spawn(|| bytes.len()).join().unwrap_or(0)
}
