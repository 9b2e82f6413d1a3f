//! What expansions of this crate's macros use. Not for anyone else, and not stable.

// `unsize!`
pub use crate::pinned::Rest;
pub use crate::unsize::{Coerce, Frame, into_frame, out_of_frame};

// Checks of field types, by `derive(Fields)` and `derive(States)`.

/// A type that was inferred from a value. Invariant, so that lifetimes must be equal too.
#[derive(Debug)]
pub struct Exactly<T>(core::marker::PhantomData<fn(T) -> T>);

/// The type of a value. Call it in a `let` of its own, so that no expected type can make the compiler
/// coerce the reference.
#[must_use]
pub fn type_of<T>(_: &T) -> Exactly<T> {
    Exactly(core::marker::PhantomData)
}

/// Compiles if the type is `T`.
pub fn is<T>(_: Exactly<T>) {}

/// `Unpin` if `T` is. The lifetime keeps the compiler from deciding a bound on it where it is written,
/// as it would for types without parameters.
#[derive(Debug)]
pub struct IfUnpin<'a, T>(core::marker::PhantomData<(&'a (), T)>);
