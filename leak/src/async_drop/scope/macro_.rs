//! `async_scope!`

/// Opens a scope that unwinds asynchronously: what it owns is destroyed when the body ends, the newest first, on
/// every way out.
#[macro_export]
macro_rules! async_scope {
    ($s:ident => $($body:tt)*) => {
        $crate::__async_scope!(($s) () ($crate::async_drop::DropRest) $($body)*)
    };
    (move $s:ident => $($body:tt)*) => {
        $crate::__async_scope!(($s) (move) ($crate::async_drop::DropRest) $($body)*)
    };
    ($s:ident, hand_over = $spawn:expr => $($body:tt)*) => {
        $crate::__async_scope!(($s) () ($crate::async_drop::HandOver($spawn)) $($body)*)
    };
    (move $s:ident, hand_over = $spawn:expr => $($body:tt)*) => {
        $crate::__async_scope!(($s) (move) ($crate::async_drop::HandOver($spawn)) $($body)*)
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __async_scope {
    (($s:ident) ($($move:tt)?) ($policy:expr) $body:expr) => {
        // In a call: a function that returns it isn't one that clippy would have be an `async fn`.
        $crate::__private::async_drop::identity(async $($move)? {
            let __leak_scope = $crate::async_drop::AsyncScope::__new($policy);
            let $s = &__leak_scope;
            $crate::__private::async_drop::run($s, async { $body }).await
        })
    };
}
