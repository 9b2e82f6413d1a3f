//! `async_scope!`

/// Opens a scope that unwinds asynchronously: what it owns is destroyed when the body ends, the
/// newest first, on every way out.
///
/// It is an expression: a future with the result of the body.
///
/// ```
/// use leak::async_drop::{AsyncDestruct, AsyncDrop};
/// use leak::async_scope;
/// # use core::pin::Pin;
/// # #[derive(AsyncDrop)]
/// # struct Connection(&'static str);
/// # impl Connection { async fn open(name: &'static str) -> Result<Self, String> { Ok(Self(name)) } }
/// # impl AsyncDrop for Connection { async fn async_drop(self: Pin<&mut Self>) {} }
///
/// async fn copy(text: &str) -> Result<usize, String> {
///     async_scope!(s => {
///         let from = s.own(Connection::open("from").await?);
///         let to = s.own(Connection::open("to").await?);  // if it fails, `from` says goodbye
///         if text.is_empty() {
///             return Ok(0);                               // leaves the scope, not the function
///         }
///         from.destroy().await;                           // now
///         Ok(text.len() + to.0.len())                     // `to` says goodbye
///     })
///     .await
/// }
///
/// assert_eq!(smol::block_on(copy("text")), Ok(6));
/// ```
///
/// `s` is an [`&AsyncScope`](crate::async_drop::AsyncScope):
/// [`own`](crate::async_drop::AsyncScope::own) gives it a value, for a
/// handle; [`defer`](crate::async_drop::AsyncScope::defer) a future.
///
/// - The body is an `async` block: `?` and `return` leave it. It borrows what it uses;
///   `async_scope!(move s => …)` moves it, like `async move`.
/// - The variables of the body are dropped first. Then what the scope owns is destroyed, one after
///   another. So what it owns can borrow what is outside of the scope, and not the variables of the
///   body.
/// - Then the future is ready with the result. If the body or a destructor panicked, each of them
///   is still destroyed asynchronously, and the first panic goes on.
/// - If the future is dropped midway, what is left is dropped, newest first. With `async_scope!(s,
///   hand_over = spawn => …)` it is given to `spawn`, as a future that goes on with it: an
///   [`Unwinding`](crate::async_drop::Unwinding).
///
/// ```
/// use leak::async_scope;
///
/// let future = async_scope!(s, hand_over = |rest| smol::spawn(rest).detach() => {
///     s.own(String::from("any"));
///     core::future::pending::<()>().await;
/// });
/// ```
///
/// The future is `Send` if what the body holds across an `await` is. A value costs one allocation.
///
/// # Panics
///
/// With the first panic of the body or of a destructor, after all is destroyed.
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
