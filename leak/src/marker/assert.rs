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

/// Whether a type is known to be [`Leak`](trait@crate::Leak), or has nothing to drop: a constant.
///
/// ```
/// const { assert!(leak::is_leak!(Vec<String>)) }
/// const { assert!(leak::is_leak!(&mut u8)) }
/// assert!(!leak::is_leak!(std::rc::Rc<*const u8>)); // it can't be known what the pointer owns
/// ```
///
/// # It is conservative
///
/// - `true` is right, for all lifetimes that are left out in the type. If the answer would depend on them, it
///   doesn't compile, since no constant can depend on a lifetime. For a guard, `'static` has to be written, or its
///   answer isn't known:
///
///   <!-- no code: lifetime errors have none -->
///   ```compile_fail
///   # use leak::Unleak;
///   struct Guard<'a>(&'a mut u8);
///   # // SAFETY: clause 1: `'a` is `'static` here. Clause 2: a reference owns nothing.
///   unsafe impl leak::Leak for Guard<'_> where Self: 'static {}
///   impl Drop for Guard<'_> { fn drop(&mut self) {} }
///
///   leak::is_leak!(Guard<'static>); // true
///   leak::is_leak!(Guard<'_>); // must outlive `'static`
///   ```
/// - `false` can mean that the type merely lacks an impl: closures, and whatever doesn't derive `Leak`. With the feature
///   `nightly` it is `true` for some of these.
/// - It takes types without parameters of the function around it. For those there is the function
///   [`mem::is_leak`](crate::mem::is_leak), which says why it can't know more.
///
///   ```compile_fail,E0401
///   fn f<T>() -> bool {
///       leak::is_leak!(T)
///   }
///   ```
#[macro_export]
macro_rules! is_leak {
    ($T:ty) => {
        const {
            // In an argument, each lifetime that is left out is one of its own. If the impl that was
            // found asks for a certain one, then this doesn't pass.
            fn __for_all_lifetimes(
                this: &$crate::__private::IsLeak<$T>,
            ) -> $crate::__private::bool {
                use $crate::__private::MaybeNotLeak as _;
                this.is_leak()
            }
            // Used, so that nobody needs a lint to say otherwise.
            let _ = __for_all_lifetimes;
            // In scope for the fallback constant. An inherent one, if there is any, goes first.
            use $crate::__private::NotLeak as _;
            <$crate::__private::IsLeak<$T>>::IS_LEAK || $crate::mem::is_leak::<$T>()
        }
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

    /// The bound holds, for the lifetimes of this very type.
    #[must_use]
    pub const fn is_leak(&self) -> bool {
        true
    }
}

/// Answers for every type whose inherent `IS_LEAK` doesn't exist.
pub trait NotLeak {
    /// The bound doesn't hold.
    const IS_LEAK: bool = false;
}

impl<T: ?Sized> NotLeak for IsLeak<T> {}

/// Answers for every type whose inherent `is_leak` doesn't exist.
pub trait MaybeNotLeak {
    /// The bound doesn't hold.
    fn is_leak(&self) -> bool {
        false
    }
}

impl<T: ?Sized> MaybeNotLeak for IsLeak<T> {}
