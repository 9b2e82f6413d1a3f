//! `assert_leak!` and `assert_not_leak!`.

use core::marker::PhantomData;

use super::Leak;

/// Fails to compile unless every type in the list is [`Leak`](trait@crate::Leak).
///
/// It can stand wherever an item can, so in a module as well as in a function.
///
/// ```
/// leak::assert_leak!(u8, [String; 2], &'static str);
///
/// struct Guard<'a>(&'a mut u8);
/// // SAFETY: clause 1: `'a` is `'static` here. Clause 2: a reference owns nothing.
/// unsafe impl leak::Leak for Guard<'_> where Self: 'static {}
/// leak::assert_leak!(Guard<'static>);
/// ```
///
/// ```compile_fail,E0277
/// leak::assert_leak!(u8, *const u8);
/// ```
///
/// An item can't use the type parameters of the function around it. There, a bound says the same:
///
/// ```
/// fn queue<T: leak::Leak>(item: T) {
///     // …
/// }
/// ```
#[macro_export]
macro_rules! assert_leak {
    ($($T:ty),+ $(,)?) => {
        const _: () = {
            $($crate::__private::assert_leak::<$T>();)+
        };
    };
}

/// Fails to compile if a type in the list is [`Leak`](trait@crate::Leak).
///
/// ```
/// leak::assert_not_leak!(*const u8, Vec<*mut u8>);
/// ```
///
/// ```compile_fail,E0080
/// leak::assert_not_leak!(*const u8, Vec<u8>);
/// ```
///
/// # Its limits
///
/// - It sees types, not lifetimes. A guard that is `Leak` where it is `'static` counts as `Leak`,
///   whatever lifetime is written:
///
///   ```compile_fail,E0080
///   fn f<'a>() {
///       leak::assert_not_leak!(leak::Unleak<&'_ u8>);
///   }
///   ```
///
///   To pin that such a guard is refused, write a test that must not compile, for example a
///   `compile_fail` doctest as in the documentation of [`Unleak`](struct@crate::Unleak).
/// - On stable, a type may be not `Leak` merely because nobody has written the impl. With the
///   feature `nightly` such a type is `Leak` by its fields. So this is the one macro that can
///   accept on stable what it refuses on nightly. Assert only what has a reason, such as a raw
///   pointer in the type.
#[macro_export]
macro_rules! assert_not_leak {
    ($($T:ty),+ $(,)?) => {
        const _: () = {
            // In scope for the fallback constant. An inherent one, if there is any, goes first.
            use $crate::__private::NotLeak as _;
            $(
                if <$crate::__private::IsLeak<$T>>::IS_LEAK {
                    ::core::panic!("{}", ::core::concat!(
                        "`", ::core::stringify!($T), "` is `Leak`, for some lifetimes at least",
                    ));
                }
            )+
        };
    };
}

/// Reports a type that isn't `Leak`, by its bound.
pub const fn assert_leak<T: ?Sized + Leak>() {}

/// Carries the inherent `IS_LEAK`, which only exists for `T: Leak`.
#[derive(Debug)]
pub struct IsLeak<T: ?Sized>(PhantomData<T>);

impl<T: ?Sized + Leak> IsLeak<T> {
    /// The bound holds.
    pub const IS_LEAK: bool = true;
}

/// Answers for every type whose inherent `IS_LEAK` doesn't exist.
pub trait NotLeak {
    /// The bound doesn't hold.
    const IS_LEAK: bool = false;
}

impl<T: ?Sized> NotLeak for IsLeak<T> {}
