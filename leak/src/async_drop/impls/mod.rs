//! Glue for the types of `core`, `alloc` and `std`.

#[cfg(feature = "alloc")]
mod boxed;
#[cfg(feature = "alloc")]
mod collections;
mod compound;
mod plain;
mod shared;

pub use plain::Plain;

/// The impl for a type whose glue is written for a `place` of type `Doomed<'_, Self, P>`, as a future,
/// or as the body of an `async move` block. If it is `plain`, the glue does no more than drop the
/// value.
macro_rules! glue {
    ([$($generics:tt)*] $ty:ty, plain if $plain:expr, |$place:ident| async $glue:block) => {
        glue!([$($generics)*] $ty, plain if $plain, |$place| {
            async move {
                if Self::__IS_PLAIN {
                    drop($place);
                    return;
                }
                $glue
            }
        });
    };
    ([$($generics:tt)*] $ty:ty, plain if $plain:expr, |$place:ident| $glue:block) => {
        impl<$($generics)*> $crate::async_drop::AsyncDestruct for $ty {
            const __IS_PLAIN: bool = $plain;

            #[inline]
            fn async_destruct(self) -> impl ::core::future::Future<Output = ()> + Send {
                $crate::async_drop::by_value::by_value(self)
            }

            #[inline]
            fn __async_drop(self) -> impl ::core::future::Future<Output = ()> + Send {
                $crate::async_drop::by_value::by_value(self)
            }

            #[inline]
            #[allow(unused_mut, reason = "not every type is looked into")]
            fn __unsafe_glue<P: $crate::async_drop::place::Pinning>(
                mut $place: $crate::async_drop::place::Doomed<'_, Self, P>,
            ) -> impl ::core::future::Future<Output = ()> + Send {
                $glue
            }
        }
    };
}
use glue;
