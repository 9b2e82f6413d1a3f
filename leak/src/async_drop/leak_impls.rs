//! Which of the module's types may be forgotten.

use super::{Chain, Defer, Either, Fuse, Noop};
use crate::Leak;

/// A type that is what it owns: it may be forgotten if that may.
macro_rules! as_its_content {
    ($($name:ident<$($T:ident),*>)*) => {$(
        // SAFETY: 1. and 2. Nothing rests on its own destructor, and it owns its parameters and no more.
        unsafe impl<$($T: Leak),*> Leak for $name<$($T),*> {}
    )*};
}

as_its_content! {
    Chain<A, B>
    Either<M, O>
    Defer<F, D>
    Fuse<F>
    Noop<>
}

#[cfg(feature = "std")]
mod with_std {
    use crate::Leak;
    use crate::async_drop::{AwaitGuard, DropRest, HandOver, Held};

    // SAFETY: 1. Its task goes on, which is `'static`. 2. It owns the result of the task at most.
    unsafe impl<T: Leak> Leak for AwaitGuard<T> {}
    // SAFETY: 1. Its destructor does nothing. 2. The value is the scope's.
    unsafe impl<T> Leak for Held<'_, '_, T> {}
    // SAFETY: 1. and 2. It is nothing.
    unsafe impl Leak for DropRest {}
    // SAFETY: 1. and 2. It owns its parameter and no more.
    unsafe impl<S: Leak> Leak for HandOver<S> {}
}
