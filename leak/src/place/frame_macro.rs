//! `frame!`, as a name to import and as an error; what `#[framed]` makes of it.

/// Declares a frame: a scope that lives in a local variable, in a function that is
/// [`#[framed]`](macro@crate::framed).
///
/// `frame!(s);` is a statement of such a function, and `s` is a reference to the
/// [`Scope`](crate::Scope). There is no macro to expand: the attribute rewrites the statement, and
/// so it need not be imported. Anywhere else it is a compile error.
///
/// ```
/// # use leak::framed;
/// #[framed]
/// fn sum(left: &[u32], right: &[u32]) -> u32 {
///     leak::frame!(s);
///     let left = s.spawn(|| left.iter().sum::<u32>());
///     right.iter().sum::<u32>() + left.join().unwrap_or(0)
/// }
///
/// assert_eq!(sum(&[1, 2], &[3]), 6);
/// ```
///
/// <!-- no code: the error is the macro's -->
/// ```compile_fail
/// fn sum() {
///     leak::frame!(s); // the function is not `#[framed]`
/// }
/// ```
#[cfg(all(feature = "derive", feature = "std"))]
#[macro_export]
macro_rules! frame {
    // As a `let` of the compiler's error type: uses of the scope give no errors of their own.
    ($scope:ident) => {
        let $scope = $crate::frame!();
    };
    ($($anything:tt)*) => {
        $crate::__private::compile_error! {
            "`frame!` works only as a statement `frame!(s);` in a function that is `#[leak::framed]`\n\n\
             help: put `#[leak::framed]` on the function\n\
             help: the attribute doesn't look into closures, `async` blocks, nested items and the \
             arguments of macros"
        }
    };
}

/// What `#[framed]` makes of `frame!(s);`.
#[cfg(feature = "std")]
#[doc(hidden)]
#[macro_export]
macro_rules! __unsafe_open_frame {
    ($scope:ident) => {
        let leak_frame_store = $crate::__private::FrameStore::new();
        // SAFETY: 1. `#[framed]` writes this call only as a statement of a block that runs on the
        // stack frame of a synchronous function, and sees to it that no other macro gets hold of
        // it. The two are local variables of that block, declared one after the other. This
        // macro's hygiene keeps all other code from naming them.
        let leak_frame = unsafe { $crate::__private::Frame::new(&leak_frame_store) };
        let $scope = $crate::__private::Frame::scope(&leak_frame);
    };
}
