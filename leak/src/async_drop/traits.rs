//! The two traits, and the functions that use them.

use super::combinators::{defer, fuse};
use super::place::{Doomed, Pinning};
use core::future::Future;
use core::mem::ManuallyDrop;
use core::pin::Pin;
use core::ptr::NonNull;

/// The code that a type has of its own in its asynchronous destructor: what [`Drop`] is for the
/// synchronous one.
///
/// It runs first; then the fields are destroyed. That second half, the *glue*, is the trait
/// [`AsyncDestruct`], which [`#[derive(AsyncDrop)]`](macro@super::AsyncDrop) implements. As with
/// `Drop`, nobody calls this method but the glue.
///
/// ```
/// use core::pin::Pin;
/// use leak::async_drop::{AsyncDrop, async_drop};
///
/// #[derive(AsyncDrop)]
/// struct Session {
///     log: Vec<&'static str>,
/// }
///
/// impl AsyncDrop for Session {
///     async fn async_drop(mut self: Pin<&mut Self>) {
///         self.log.push("goodbye");
///         // … and wait for the answer
///     }
/// }
///
/// smol::block_on(async_drop(Session { log: vec![] }));
/// ```
///
/// A type may implement `Drop` besides. This is then what happens to a value that is destroyed
/// synchronously, or whose asynchronous destructor was dropped before *this* method's future had
/// completed. After it has completed, `Drop::drop` is not called: a value is destroyed once.
///
/// The value is pinned, and stays where it is until it is gone.
///
/// The impl must be as general as the type, like one of `Drop`: an impl for `Session<u8>` only, or
/// with another bound than the type has, doesn't compile together with the derive.
///
/// From the text: `AsyncDrop`, whose associated type `Dropper` is the `impl Future` here.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no code of its own in an asynchronous destructor",
    note = "an impl of `AsyncDrop` must hold for all values of the type, like one of `Drop`"
)]
pub trait AsyncDrop {
    /// Runs before the fields are destroyed.
    fn async_drop(self: Pin<&mut Self>) -> impl Future<Output = ()> + Send;
}

/// A type with an asynchronous destructor: its own code ([`AsyncDrop`]), then the glue for its
/// fields.
///
/// Derive it with [`#[derive(AsyncDrop)]`](macro@super::AsyncDrop). The types of `core`, `alloc`
/// and `std` implement it: containers if their content does, and plain values, for which it does
/// what `drop` does. For plain values of other crates there is [`Plain`](super::Plain).
///
/// # What holds for the future
///
/// For the impls here and those of the derive:
///
/// - It owns the value. It does nothing before it is polled. Whenever it is dropped, what is not
///   destroyed yet is dropped synchronously, in the same order: nothing twice, nothing never.
/// - It is `Send`, for which the value must be: that is why `Send` is a supertrait.
/// - It doesn't allocate.
/// - Polled after its completion, it is ready again.
/// - A panic in one of the polls leaves it at once, as it leaves an `async` block: the rest is
///   dropped. ([`async_scope!`](crate::async_scope) goes on asynchronously.)
///
/// # By hand
///
/// An impl by hand writes the one method. It gets the value by value; so if the type isn't `Unpin`,
/// it can't be the field of a type whose own code had it pinned. The compiler says so when it
/// generates the code.
///
/// ```
/// use leak::async_drop::{AsyncDestruct, async_drop};
///
/// struct File(String);
///
/// impl AsyncDestruct for File {
///     async fn async_destruct(self) {
///         // flush, close
///     }
/// }
///
/// smol::block_on(async_drop((File("a".into()), vec![File("b".into())])));
/// ```
///
/// From the text: `AsyncDestruct`, which the compiler implements for every type; a library can't,
/// hence the bounds.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no asynchronous destructor",
    label = "the trait `AsyncDestruct` is not implemented for `{Self}`",
    note = "for a type of yours: `#[derive(AsyncDrop)]`; for a type parameter: the bound `AsyncDestruct`",
    note = "to drop a field synchronously: `#[async_drop(sync)]` on the field; a value: `async_drop::Plain`"
)]
pub trait AsyncDestruct: Sized + Send {
    /// Destroys the value asynchronously.
    fn async_destruct(self) -> impl Future<Output = ()> + Send;

    /// Whether destroying it asynchronously does no more than dropping it. Not part of the
    /// interface: for glue.
    #[doc(hidden)]
    const __IS_PLAIN: bool = false;

    /// Whether the future of the glue owns nothing any more when it has completed, so that dropping it
    /// then does nothing, and may be left out. Not part of the interface: for the derive.
    #[doc(hidden)]
    const __UNSAFE_ENDS_EMPTY: bool = false;

    /// The same, and ready for good. Not part of the interface: impls with glue are that already.
    #[doc(hidden)]
    fn __async_drop(self) -> impl Future<Output = ()> + Send {
        fuse(self.async_destruct())
    }

    /// Destroys the value where it lies, beginning now: it is called when it is the value's turn.
    /// Not part of the interface: for the derive.
    #[doc(hidden)]
    #[must_use]
    fn __unsafe_glue<P: Pinning>(place: Doomed<'_, Self, P>) -> impl Future<Output = ()> + Send {
        place.into_inner().async_destruct()
    }
}

/// Destroys a value asynchronously: what [`drop`] is for the synchronous destructor.
///
/// ```
/// use leak::async_drop::async_drop;
///
/// smol::block_on(async {
///     let values = vec![Some(String::from("any")), None];
///     async_drop(values).await;
/// });
/// ```
///
/// Nothing happens before the future is polled; if it is dropped, so is what is left of the value.
/// [`AsyncDestruct`] says more.
pub fn async_drop<T: AsyncDestruct>(value: T) -> impl Future<Output = ()> + Send {
    value.__async_drop()
}

/// Destroys a pinned value asynchronously, in its place: what [`core::ptr::drop_in_place`] is for
/// the synchronous destructor.
///
/// ```
/// use core::mem::ManuallyDrop;
/// use core::pin::pin;
/// use leak::async_drop::async_drop_in_place;
///
/// smol::block_on(async {
///     let place = pin!(ManuallyDrop::new(String::from("any")));
///     // SAFETY: 1. It was just put there, and nobody uses it again. 2. It wasn't pinned before.
///     // 3. The future is awaited.
///     unsafe { async_drop_in_place(place) }.await;
/// });
/// ```
///
/// # Safety
///
/// 1. The value is live. From this call on it belongs to the future: nobody else uses it, or drops
///    it. (The memory can be used again, for a new value.)
/// 2. If `T` is not `Unpin`, nobody has seen the value pinned before, or its asynchronous
///    destructor is a derived one for its whole type.
/// 3. If `T` is not `Unpin`, the future is not forgotten.
pub unsafe fn async_drop_in_place<T: AsyncDestruct>(
    place: Pin<&mut ManuallyDrop<T>>,
) -> impl Future<Output = ()> + Send {
    // SAFETY: the memory is used for a pinned value: the `Doomed` keeps it where it is, or by
    // clause 2 may move it.
    let place = unsafe { place.get_unchecked_mut() };
    let value = NonNull::from(&mut **place);
    // SAFETY: 1. Live by clause 1, in memory that is borrowed. 2. Clause 1. 3. Clause 2. 4. Clause
    // 3. 5. By its bound.
    let place: Doomed<'_, T> = unsafe { Doomed::new(value) };
    defer(move || T::__unsafe_glue(place))
}
